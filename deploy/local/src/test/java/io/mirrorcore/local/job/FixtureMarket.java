package io.mirrorcore.local.job;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The market that runs while the savepoint of every release is taken: four symbols, bars of a
 * minute, ticks and options. It comes neither from the simulator nor from a file, so that no other
 * change can alter it: <b>a change here makes all savepoints in src/reference/savepoints
 * worthless.</b>
 */
final class FixtureMarket {

  static final long MINUTE = 60_000;
  static final long START = 28_333_333 * MINUTE;
  static final int BARS = 400;

  /** The savepoint is taken in the middle of the bar after this one, which still waits itself. */
  static final int CUT = 340;

  /** Nothing later than this has been read when the savepoint is taken. */
  static final long CUT_TIME = START + CUT * MINUTE + MINUTE / 2;

  private static final List<String> SYMBOLS = List.of("ALFA", "BETA", "GAMA", "DELTA");
  private static final int SILENT_FROM = CUT - 10;
  private static final int SILENT_TO = CUT + 15;
  private static final int TICKS_A_BAR = 5;
  private static final int PRINTS_A_BAR = 2;

  private final SplittableRandom random = new SplittableRandom(20_260_101);
  private final Map<RecordKind, List<MarketEvent>> topics = new EnumMap<>(RecordKind.class);
  private final double[] logs = {4.6, 4.6, 3.9, 5.3};

  FixtureMarket() {
    for (RecordKind kind : RecordKind.values()) {
      topics.put(kind, new ArrayList<>());
    }
    for (int bar = 1; bar <= BARS; bar++) {
      step(bar);
    }
  }

  /**
   * All strategies of the first release but two, as it defined them, windows short enough that
   * everything has something to remember.
   */
  static Settings settings() {
    return Settings.defaults()
        .with(
            Map.ofEntries(
                Map.entry("compatibility", "0.1"),
                Map.entry("bars.interval", "1m"),
                Map.entry("signals.emit", "all"),
                Map.entry("job.parallelism", 2),
                Map.entry("ensemble.window", 40),
                Map.entry("ensemble.min-observations", 20),
                Map.entry("ensemble.resample.samples", 20),
                Map.entry("regime.rank-window", 60),
                Map.entry("regimes.trending.every", "10 bars"),
                Map.entry("regimes.ranging.every", "10 bars"),
                Map.entry("regimes.volatile.every", "10 bars"),
                Map.entry("regimes.mixed.every", "10 bars"),
                Map.entry("portfolios.main", "*"),
                Map.entry("portfolios.pair", "[ALFA, BETA]"),
                Map.entry("strategies.VOLATILITY_REGIME.rank_window", 60),
                Map.entry("strategies.ANOMALY_DETECTION.half_life", 12),
                Map.entry("strategies.PAIRS_TRADING.lookback", 40),
                Map.entry("strategies.RL_AGENT.warmup", 50),
                Map.entry("strategies.LIQUIDITY_FLOW.rank_window", 40),
                Map.entry("strategies.FRACTAL_GEOMETRY.window", 80),
                Map.entry("strategies.FRACTAL_GEOMETRY.max_lag", 20),
                Map.entry("strategies.OPTION_FLOW.min_history", 30),
                Map.entry("strategies.ENTROPY_MEASURE.window", 50),
                Map.entry("strategies.ENTROPY_MEASURE.rank_window", 60),
                Map.entry("strategies.CAUSALITY_DETECTOR.window", 60),
                Map.entry("strategies.MOMENTUM_BREAKOUT.enabled", false),
                Map.entry("strategies.CORRELATION_MATRIX.enabled", false)));
  }

  Map<RecordKind, List<MarketEvent>> topics() {
    return topics;
  }

  private void step(int bar) {
    long open = START + (bar - 1) * MINUTE;
    double[] before = logs.clone();
    // A calm market, a trend, a storm: every regime has its turn.
    double volatility = bar % 100 > 80 ? 0.006 : 0.001;
    double drift = bar % 100 > 40 && bar % 100 < 70 ? 0.0015 : 0;
    double common = drift + volatility * random.nextGaussian();
    for (int s = 0; s < logs.length; s++) {
      logs[s] += common + volatility * random.nextGaussian();
    }
    logs[1] += 0.2 * (logs[0] - logs[1]); // a pair that belongs together
    ticks(open, before);
    options(open, before);
    // One symbol has ticks and no bars for a while, so that an alert stands at the cut.
    int withBars = bar > SILENT_FROM && bar <= SILENT_TO ? logs.length - 1 : logs.length;
    for (int s = 0; s < withBars; s++) {
      bar(open + MINUTE, s, Math.exp(before[s]));
    }
  }

  private void bar(long time, int s, double open) {
    double close = Math.exp(logs[s]);
    double high = Math.max(open, close) * (1 + 0.001 * random.nextDouble());
    double low = Math.min(open, close) * (1 - 0.001 * random.nextDouble());
    double volume = Math.rint(1_000 * Math.exp(random.nextGaussian()));
    Bar bar = new Bar(SYMBOLS.get(s), time, open, high, low, close, volume);
    add(AdmittedEvent.bar(source(RecordKind.BAR), bar, WireJson.bar(bar)));
  }

  private void ticks(long open, double[] before) {
    for (int k = 0; k < TICKS_A_BAR; k++) {
      long time = open + 4_000 + k * 11_000L;
      for (int s = 0; s < logs.length; s++) {
        double mid = Math.exp(before[s] + (logs[s] - before[s]) * k / TICKS_A_BAR);
        double[] bids = {mid * 0.9999, 1 + random.nextInt(50), mid * 0.9998, 20};
        double[] asks = {mid * 1.0001, 1 + random.nextInt(50), mid * 1.0002, 20};
        add(
            AdmittedEvent.tick(
                source(RecordKind.TICK), Tick.quote(SYMBOLS.get(s), time, bids, asks)));
        double price = random.nextBoolean() ? asks[0] : bids[0];
        double size = 1 + random.nextInt(100);
        add(
            AdmittedEvent.tick(
                source(RecordKind.TICK),
                Tick.trade(SYMBOLS.get(s), time + 1, price, size, Aggressor.UNKNOWN)));
      }
    }
  }

  private void options(long open, double[] before) {
    for (int k = 0; k < PRINTS_A_BAR; k++) {
      long time = open + 9_000 + k * 15_000L;
      for (int s = 0; s < logs.length; s++) {
        double spot = Math.exp(before[s]);
        double strike = Math.rint(spot * (0.95 + 0.05 * random.nextInt(3)));
        OptionType type = random.nextBoolean() ? OptionType.CALL : OptionType.PUT;
        double intrinsic = Math.max(0, type == OptionType.CALL ? spot - strike : strike - spot);
        OptionContract contract = new OptionContract(START + 30 * 1_440 * MINUTE, strike, type);
        add(
            AdmittedEvent.option(
                source(RecordKind.OPTION),
                new OptionPrint(
                    SYMBOLS.get(s),
                    time,
                    contract,
                    spot,
                    intrinsic + 0.01 * spot,
                    intrinsic + 0.011 * spot,
                    Double.NaN,
                    1 + random.nextInt(200),
                    random.nextInt(1_000),
                    Double.NaN,
                    Double.NaN)));
      }
    }
  }

  private SourceRef source(RecordKind kind) {
    return new SourceRef(kind.name(), 0, topics.get(kind).size());
  }

  private void add(MarketEvent event) {
    topics.get(event.kind()).add(event);
  }
}
