package io.mirrorcore.backtest.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.ProfileTracks;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestMode;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.BarScale;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.report.Stake;
import io.mirrorcore.backtest.report.Walk;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.ledger.StrategyReturnsLedger;
import io.mirrorcore.portfolio.ledger.SymbolPositions;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.PositionSettings;
import io.mirrorcore.portfolio.settings.TimeSettings;
import io.mirrorcore.portfolio.settings.WarmUp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceTest {

  private static final long DAY = 86_400_000;
  private static final int COUNT = 400;
  private static final List<String> IDS = List.of("TREND", "ALPHA", "LATE", "NEVER");

  /** Three symbols; LATE has its first position at bar 200, NEVER has none. */
  private static List<PortfolioBar> bars(List<String> ids, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    var ledger = new StrategyReturnsLedger("main", ids, LedgerSettings.defaults());
    double[][] minds = new double[3][ids.size()];
    double[] closes = {100, 50, 20};
    List<PortfolioBar> bars = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      List<SymbolPositions> symbols = new ArrayList<>();
      for (int s = 0; s < closes.length; s++) {
        closes[s] *= StrictMath.exp(random.nextDouble(-0.02, 0.021));
        for (int k = 0; k < ids.size(); k++) {
          boolean able = !ids.get(k).equals("NEVER") && (i >= 200 || !ids.get(k).equals("LATE"));
          double mind = random.nextInt(5) == 0 ? random.nextInt(3) - 1.0 : minds[s][k];
          minds[s][k] = ids.get(k).equals("HOLD") ? 1 : able ? mind : 0;
        }
        symbols.add(new SymbolPositions("S" + s, closes[s], minds[s].clone()));
      }
      bars.add(ledger.onBar(i * DAY, symbols));
    }
    return bars;
  }

  private static List<PortfolioBar> withoutSymbols(List<PortfolioBar> bars) {
    return bars.stream()
        .filter(bar -> bar.earned().isPresent())
        .<PortfolioBar>map(
            bar ->
                new PortfolioBar.OfReturns(
                    bar.portfolio(), bar.time(), bar.strategies(), bar.earned().get()))
        .toList();
  }

  private static EnsembleSettings guide() {
    EnsembleSettings defaults = EnsembleSettings.defaults(1, 252);
    TimeSettings time = defaults.time();
    return defaults
        .withPositions(new PositionSettings(1, PositionSettings.HALF_LIFE_DAYS, SlotRule.ALIVE))
        .withTime(
            new TimeSettings(
                time.ends(), time.periods(), 0, new WarmUp(0.5, new TreeSet<>(), new TreeSet<>())));
  }

  private static BacktestResult backtest(
      List<PortfolioBar> bars, EnsembleSettings settings, double weightCost, boolean engine) {
    BacktestEvaluation evaluation =
        new BacktestEvaluation(
            new BacktestSettings(
                new Walk(BacktestMode.EVENT, settings.window().length(), 0, false),
                new BarScale("1d", settings.bars().perYear(), "test"),
                new Stake(1, weightCost),
                settings.allocation().cash().rate() / settings.bars().perYear(),
                ZoneOffset.UTC,
                Trials.ONE,
                new BacktestSettings.Positions(settings.positions(), settings.bars().perDay()),
                List.of(),
                new ProfileTracks(engine ? settings : null, List.of()),
                null),
            bars.get(0) instanceof PortfolioBar.OfSymbols ? bars : null);
    Ensemble ensemble = new Ensemble("main", settings);
    for (PortfolioBar bar : bars) {
      EnsembleStep step = ensemble.onBar(bar);
      if (step.returns() != null) {
        evaluation.add(step.returns());
      }
      if (step.weights() != null) {
        evaluation.add(step.weights());
      }
    }
    return evaluation.result(Provenance.NONE);
  }

  /** What a running job tells; with a save and a load after each of {@code cuts}. */
  private static List<Performance.Told> live(
      List<PortfolioBar> bars, EnsembleSettings settings, double weightCost, int... cuts)
      throws IOException {
    PerformanceSettings kept = PerformanceSettings.of(settings, weightCost);
    Ensemble ensemble = new Ensemble("main", settings);
    Performance performance = new Performance(bars.get(0), kept);
    List<Performance.Told> told = new ArrayList<>();
    for (int i = 0; i < bars.size(); i++) {
      for (int cut : cuts) {
        if (cut == i) {
          Performance restored = new Performance(bars.get(i), kept);
          restored.load(new DataInputStream(new ByteArrayInputStream(saved(performance))));
          performance = restored;
        }
      }
      EnsembleStep step = ensemble.onBar(bars.get(i));
      told.add(performance.onBar(bars.get(i), step, ensemble.expectedReturn()));
    }
    return told;
  }

  private static byte[] saved(Performance performance) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    performance.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static List<PerformanceRecord> records(List<Performance.Told> told) {
    return told.stream().map(Performance.Told::record).filter(one -> one != null).toList();
  }

  private static Track track(BacktestResult result, TrackKind kind) {
    return result.tracks().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  private static void same(double live, double judged) {
    assertThat(Double.compare(live + 0.0, judged + 0.0)).as(live + " and " + judged).isZero();
  }

  private static void agree(List<PerformanceRecord> live, BacktestResult judged) {
    Track own = track(judged, TrackKind.ENSEMBLE);
    Track equal = track(judged, TrackKind.EQUAL_WEIGHT);
    assertThat(live).hasSize(own.equity().length).hasSizeGreaterThan(100);
    for (int t = 0; t < live.size(); t++) {
      PerformanceRecord record = live.get(t);
      same(record.equity(), own.equity()[t]);
      same(record.drawdown(), own.drawdown()[t]);
      same(record.equalWeightEquity(), equal.equity()[t]);
      assertThat(record.rollingSharpe() == null).isEqualTo(own.rollingSharpe().get(t) == null);
      if (record.rollingSharpe() != null) {
        same(record.rollingSharpe(), own.rollingSharpe().get(t));
      }
      if (record.holdEquity() != null) {
        same(record.holdEquity(), track(judged, TrackKind.HOLD).equity()[t]);
      }
    }
    same(live.get(live.size() - 1).winRate(), own.figures().hits().winRate());
    assertThat(live).anySatisfy(record -> assertThat(record.rollingSharpe()).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001})
  void equalsTheTracksOfABacktestToTheBit(double weightCost) throws IOException {
    List<PortfolioBar> bars = bars(IDS, 300, 7);
    List<PerformanceRecord> live = records(live(bars, guide(), weightCost));
    agree(live, backtest(bars, guide(), weightCost, false));
    assertThat(live).allSatisfy(record -> assertThat(record.holdEquity()).isNotNull());
    assertThat(live.get(live.size() - 1).bars()).isEqualTo(live.size());
  }

  @Test
  void equalsThemOfEveryProfile() throws IOException {
    List<String> ids = List.of("TREND", "HOLD", "ALPHA", "LATE", "NEVER");
    List<PortfolioBar> bars = bars(ids, 560, 11);
    EnsembleSettings evidence = EnsembleSettings.evidence(1, 252);
    agree(records(live(bars, evidence, 0)), backtest(bars, evidence, 0, false));
    EnsembleSettings overlay = EnsembleSettings.overlay(1, 252);
    agree(records(live(bars, overlay, 0)), backtest(bars, overlay, 0, true));
  }

  @Test
  void equalsThemWhereOnlyReturnsAreKnown() throws IOException {
    List<PortfolioBar> bars = withoutSymbols(bars(IDS, 300, 7));
    List<PerformanceRecord> live = records(live(bars, guide(), 0.001));
    agree(live, backtest(bars, guide(), 0.001, false));
    assertThat(live).allSatisfy(record -> assertThat(record.holdEquity()).isNull());
    List<PortfolioBar> market = withoutSymbols(bars(List.of("TREND", "HOLD", "ALPHA"), 300, 7));
    List<PerformanceRecord> beside = records(live(market, guide(), 0));
    agree(beside, backtest(market, guide(), 0, false));
    assertThat(beside).allSatisfy(record -> assertThat(record.holdEquity()).isNotNull());
  }

  @Test
  void goesOnFromItsStateToTheBit() throws IOException {
    List<PortfolioBar> bars = bars(IDS, COUNT, 3);
    List<Performance.Told> whole = live(bars, guide(), 0.001);
    assertThat(live(bars, guide(), 0.001, 1, 29, 31, 60, 61, 149, 210, 399)).isEqualTo(whole);
    List<PortfolioBar> returns = withoutSymbols(bars);
    assertThat(live(returns, guide(), 0, 35, 130)).isEqualTo(live(returns, guide(), 0));
  }

  @Test
  void whatWillBeChangesNothingThatWas() throws IOException {
    List<PortfolioBar> bars = bars(IDS, COUNT, 3);
    assertThat(live(bars.subList(0, 250), guide(), 0))
        .isEqualTo(live(bars, guide(), 0).subList(0, 250));
  }

  @Test
  void goesOnWhereStrategiesComeAndGo() throws IOException {
    List<PortfolioBar> before = bars(IDS, COUNT, 5);
    PerformanceSettings kept = PerformanceSettings.of(guide(), 0.001);
    Ensemble ensemble = new Ensemble("main", guide());
    Performance performance = new Performance(before.get(0), kept);
    PerformanceRecord last = null;
    for (PortfolioBar bar : before.subList(0, 300)) {
      last = performance.onBar(bar, ensemble.onBar(bar), ensemble.expectedReturn()).record();
    }
    List<PortfolioBar> after =
        bars(List.of("LATE", "TREND", "FRESH"), COUNT, 5).subList(300, COUNT);
    Performance restored = new Performance(after.get(0), kept);
    restored.load(new DataInputStream(new ByteArrayInputStream(saved(performance))));
    PortfolioBar next = after.get(0);
    PerformanceRecord gone = restored.onBar(next, ensemble.onBar(next), 0).record();
    assertThat(gone.since()).isEqualTo(last.since());
    assertThat(gone.bars()).isEqualTo(last.bars() + 1);
    assertThat(gone.equity() / last.equity() - 1)
        .isCloseTo(gone.realisedReturn(), org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void tellsWhenTheRealisedRatioIsLowAndWhenThatIsOver() throws IOException {
    List<Alert> alerts =
        live(bars(IDS, COUNT, 7), guide(), 0).stream()
            .flatMap(told -> told.alerts().stream())
            .toList();
    assertThat(alerts).isNotEmpty();
    for (int i = 0; i < alerts.size(); i++) {
      assertThat(alerts.get(i).key()).isEqualTo("LOW_REALISED_SHARPE");
      assertThat(alerts.get(i).state())
          .isEqualTo(i % 2 == 0 ? Alert.State.FIRING : Alert.State.RESOLVED);
      assertThat(alerts.get(i).value() < alerts.get(i).threshold())
          .isEqualTo(alerts.get(i).state() == Alert.State.FIRING);
    }
  }

  @Test
  void theLeastThresholdIsNeverMet() throws IOException {
    List<PortfolioBar> bars = bars(IDS, 150, 7);
    EnsembleSettings minutes = EnsembleSettings.defaults(1e9, 252e9); // -1 a day is -30,000 here
    PerformanceSettings kept = PerformanceSettings.of(minutes, 0);
    for (double threshold : new double[] {PerformanceSettings.NEVER, -99}) {
      Ensemble ensemble = new Ensemble("main", minutes);
      Performance performance =
          new Performance(bars.get(0), new PerformanceSettings(kept.account(), 10, 1, threshold));
      List<Alert> alerts = new ArrayList<>();
      for (PortfolioBar bar : bars) {
        alerts.addAll(performance.onBar(bar, ensemble.onBar(bar), 0).alerts());
      }
      assertThat(alerts.isEmpty()).isEqualTo(threshold == PerformanceSettings.NEVER);
    }
  }

  @Test
  void equalWeightLeavesOutWhoHadNoPositionYet() throws IOException {
    List<PortfolioBar> bars = bars(IDS, COUNT, 7);
    EnsembleSettings settings = EnsembleSettings.defaults(1, 252);
    double[] wide = equalWeight(live(bars, settings, 0));
    double[] narrow = equalWeight(live(bars.stream().map(bar -> of(bar, 2)).toList(), settings, 0));
    assertThat(wide[160]).isEqualTo(narrow[160]);
    assertThat(wide[wide.length - 1]).isNotEqualTo(narrow[wide.length - 1]);
    double[] three = equalWeight(live(bars.stream().map(bar -> of(bar, 3)).toList(), settings, 0));
    assertThat(three).isEqualTo(wide);
  }

  private static double[] equalWeight(List<Performance.Told> told) {
    return records(told).stream().mapToDouble(PerformanceRecord::equalWeightEquity).toArray();
  }

  /** The close of the first strategies alone. */
  private static PortfolioBar of(PortfolioBar bar, int first) {
    return new PortfolioBar.OfSymbols(
        bar.portfolio(),
        bar.time(),
        bar.strategies().subList(0, first),
        bar.earned()
            .map(
                earned ->
                    new BarReturns(
                        Arrays.copyOf(earned.byStrategy(), first),
                        Arrays.copyOf(earned.deployed(), first),
                        earned.market())),
        bar.symbols().stream()
            .map(symbol -> symbol.withExposures(Arrays.copyOf(symbol.exposures(), first)))
            .toList());
  }
}
