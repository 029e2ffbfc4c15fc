package io.mirrorcore.jobs.operator.symbol;

import static io.mirrorcore.jobs.operator.Events.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.signal.SignalRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * Bars, ticks and options of one symbol over a split, and of one whose returns are differences:
 * what is remembered of all three goes on, over a restore too.
 */
class RescaledSymbolTest {

  private static final int BARS = 260;

  /** Midnight in UTC, of 2 January 1970. */
  private static final int MIDNIGHT = 1_440;

  private static final int FIRST = MIDNIGHT - 200;
  private static final double RATIO = 4;
  private static final LocalDate DAY = LocalDate.of(1970, 1, 2);
  private static final long EXPIRY = 30 * 86_400_000L;

  private static final Settings SETTINGS =
      Settings.defaults()
          .with(
              Map.of(
                  "bars.interval", "1m",
                  "bars.zone", "UTC",
                  "signals.emit", "all",
                  "job.inputs", "prices, ticks, options-flow, adjustments"));

  /** What came out. */
  private record Outcome(List<Bar> bars, List<SignalRecord> signals, int letters) {}

  /** One minute of a market whose prices are a multiple of those of the first. */
  private static List<AdmittedEvent> minute(int minute, double prices, double shares) {
    SplittableRandom random = new SplittableRandom(minute);
    double close = 100 + 4 * Math.sin(minute / 9.0) + random.nextDouble();
    long time = minute * MINUTE;
    List<AdmittedEvent> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double mid = close + random.nextDouble() - 0.5;
      long at = time - MINUTE + 1 + 4_000L * i;
      double size = 1 + random.nextInt(30);
      double[] bids = {(mid - 0.02) * prices, size * shares};
      double[] asks = {(mid + 0.03) * prices, 9 * shares};
      events.add(tick(Tick.quote("A", at, bids, asks)));
      double price = (mid + (random.nextBoolean() ? 0.03 : -0.02)) * prices;
      events.add(tick(Tick.trade("A", at + 7, price, size * shares, Aggressor.UNKNOWN)));
    }
    for (OptionType type : OptionType.values()) {
      for (int strike = 90; strike <= 110; strike += 5) {
        events.add(option(time - 500, type, strike, close, prices, shares, random.nextInt(9)));
      }
    }
    events.add(
        AdmittedEvent.bar(
            new SourceRef("prices", 0, minute),
            new Bar(
                "A",
                time,
                (close - 0.1) * prices,
                (close + 1) * prices,
                (close - 1) * prices,
                close * prices,
                1_000 * shares),
            new byte[] {1}));
    return events;
  }

  private static AdmittedEvent tick(Tick tick) {
    return AdmittedEvent.tick(new SourceRef("ticks", 0, tick.time()), tick);
  }

  private static AdmittedEvent option(
      long time,
      OptionType type,
      int strike,
      double spot,
      double prices,
      double shares,
      int volume) {
    double inside = type == OptionType.CALL ? spot - strike : strike - spot;
    double value = Math.max(0, inside) + 3;
    OptionPrint print =
        new OptionPrint(
            "A",
            time,
            new OptionContract(EXPIRY, strike * prices, type),
            spot * prices,
            (value - 0.1) * prices,
            (value + 0.1) * prices,
            Double.NaN,
            volume * shares,
            100 * shares,
            Double.NaN,
            Double.NaN);
    return AdmittedEvent.option(new SourceRef("options-flow", 0, time), print);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, AdmittedEvent, SymbolBar> harness(
      Settings settings) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(SymbolFunctionTest.function(settings)),
        AdmittedEvent::symbol,
        Types.STRING);
  }

  /**
   * Runs over minutes, with a restore in the middle.
   *
   * @param minutes of events, in order
   */
  private static Outcome run(Settings settings, List<List<AdmittedEvent>> minutes)
      throws Exception {
    List<Bar> bars = new ArrayList<>();
    List<SignalRecord> signals = new ArrayList<>();
    int letters = 0;
    OperatorSubtaskState state = null;
    int half = 205; // a few bars behind midnight
    for (List<List<AdmittedEvent>> part :
        List.of(minutes.subList(0, half), minutes.subList(half, minutes.size()))) {
      try (var harness = harness(settings)) {
        harness.setup();
        if (state != null) {
          harness.initializeState(state);
        }
        harness.open();
        for (List<AdmittedEvent> minute : part) {
          long newest = Long.MIN_VALUE;
          for (AdmittedEvent event : minute) {
            harness.processElement(event, event.time());
            newest = Math.max(newest, event.time());
          }
          harness.processWatermark(newest);
        }
        harness.extractOutputValues().forEach(bar -> bars.add(bar.bar()));
        signals.addAll(signals(harness.getSideOutput(SymbolFunction.SIGNALS)));
        Queue<?> refused = harness.getSideOutput(DeadLetterOutput.TAG);
        letters += refused == null ? 0 : refused.size();
        state = harness.snapshot(0, 0);
      }
    }
    return new Outcome(bars, signals, letters);
  }

  private static List<SignalRecord> signals(Queue<StreamRecord<SignalBatch>> batches) {
    return batches.stream()
        .flatMap(batch -> batch.getValue().signals().stream())
        .collect(Collectors.toList());
  }

  private static List<List<AdmittedEvent>> market(boolean split) {
    List<List<AdmittedEvent>> minutes = new ArrayList<>();
    for (int minute = FIRST; minute < FIRST + BARS; minute++) {
      boolean after = split && minute > MIDNIGHT;
      minutes.add(minute(minute, after ? 1 / RATIO : 1, after ? RATIO : 1));
    }
    return minutes;
  }

  @Test
  void signalsOfAllInputsGoOnOverASplitAsIfThereWereNone() throws Exception {
    List<List<AdmittedEvent>> split = market(true);
    split
        .get(100)
        .add(
            0,
            AdmittedEvent.adjustment(
                new SourceRef("adjustments", 0, 0),
                (FIRST + 99) * MINUTE,
                new Adjustment("A", DAY, RATIO, 0),
                new byte[] {1}));
    Outcome whole = run(SETTINGS, market(false));
    Outcome adjusted = run(SETTINGS, split);

    assertThat(adjusted.letters()).isZero();
    assertThat(adjusted.bars()).isEqualTo(whole.bars());
    assertThat(adjusted.signals()).isEqualTo(whole.signals());
    assertThat(run(SETTINGS, market(true)).signals()).isNotEqualTo(whole.signals());
    for (String strategy : List.of("LIQUIDITY_FLOW", "MICROSTRUCTURE", "OPTION_FLOW")) {
      assertThat(whole.signals())
          .filteredOn(signal -> signal.strategy().equals(strategy) && hasFigures(signal))
          .as(strategy + " works on its input")
          .isNotEmpty();
    }
  }

  @Test
  void whereReturnsAreDifferencesTicksAreShownAsTheBarIsAndOptionsByVolume() throws Exception {
    Settings differences = SETTINGS.with("symbols.A.difference", "100");
    List<List<AdmittedEvent>> market = market(false);
    Outcome shown = run(differences, market);
    assertThat(shown.letters()).isZero();
    assertThat(shown.bars()).hasSize(BARS);
    List<Bar> quoted = run(SETTINGS, market).bars();
    double level = 100;
    for (int i = 1; i < BARS; i++) {
      level *= 1 + (quoted.get(i).close() - quoted.get(i - 1).close()) / 100;
    }
    assertThat(shown.bars().get(BARS - 1).close()).isCloseTo(level, within(1e-9));
    assertThat(shown.signals())
        .allSatisfy(
            signal -> {
              assertThat(signal.position()).isBetween(-1.0, 1.0);
              assertThat(signal.attributes().values()).doesNotContain(Double.NaN);
            });
    assertThat(shown.signals())
        .filteredOn(signal -> signal.strategy().equals("MICROSTRUCTURE") && hasFigures(signal))
        .isNotEmpty();
  }

  private static boolean hasFigures(SignalRecord signal) {
    return signal.attributes().values().stream().anyMatch(figure -> figure != 0);
  }
}
