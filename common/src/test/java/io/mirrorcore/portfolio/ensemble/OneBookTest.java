package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.ProfileTracks;
import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestMode;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.BarScale;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.report.Stake;
import io.mirrorcore.backtest.report.StressRow;
import io.mirrorcore.backtest.report.Walk;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.portfolio.RandomPortfolio;
import io.mirrorcore.portfolio.book.NetPositions;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.PositionSettings;
import io.mirrorcore.portfolio.settings.WeightLimits;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backtest keeps the account of the live job, and all that it compares it with likewise. */
class OneBookTest {

  private static final int STRATEGIES = 9;
  private static final double CASH_RATE = 0.02;
  private static final List<PortfolioBar> BARS = new RandomPortfolio(11, 4, STRATEGIES).bars(400);

  private static EnsembleSettings live(double band, boolean cash) {
    return live(new PositionSettings(band, 20, SlotRule.ALIVE), cash);
  }

  private static EnsembleSettings live(PositionSettings positions, boolean cash) {
    return EnsembleSettingsBuilder.daily()
        .limits(WeightLimits.none(), cash ? new Cash(true, 1, CASH_RATE) : Cash.none())
        .build()
        .withPositions(positions);
  }

  private static BacktestSettings judgement(double band, double weightCost, List<Stress> stress) {
    return judgement(new PositionSettings(band, 20, SlotRule.ALIVE), weightCost, stress);
  }

  private static BacktestSettings judgement(
      PositionSettings positions, double weightCost, List<Stress> stress) {
    return new BacktestSettings(
        new Walk(BacktestMode.EVENT, 60, 0, false),
        new BarScale("1d", 252, "given"),
        new Stake(1000, weightCost),
        CASH_RATE / 252,
        ZoneOffset.UTC,
        Trials.ONE,
        new BacktestSettings.Positions(positions, 1),
        stress);
  }

  /** What the live engine itself booked, from the bar after the first weights on. */
  private static double[] feed(BacktestEvaluation evaluation, EnsembleSettings settings) {
    Ensemble ensemble = new Ensemble("random", settings);
    List<Double> booked = new ArrayList<>();
    boolean begun = false;
    for (PortfolioBar bar : BARS) {
      EnsembleStep step = ensemble.onBar(bar);
      if (begun) {
        booked.add(ensemble.ownReturn());
      }
      if (step.returns() != null) {
        evaluation.add(step.returns());
      }
      if (step.weights() != null) {
        evaluation.add(step.weights());
        begun = true;
      }
    }
    return booked.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "1, true", "0, true"})
  void theEnsemblesTrackIsWhatTheLiveJobBooksToTheBit(double band, boolean cash) {
    BacktestEvaluation evaluation = new BacktestEvaluation(judgement(band, 0, List.of()), BARS);
    double[] booked = feed(evaluation, live(band, cash));
    assertThat(evaluation.ensembleReturns()).containsExactly(booked);
    assertThat(Arrays.stream(booked).filter(x -> x != 0).count()).isGreaterThan(300);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void leverageIsThatOfTheLiveBookToTheBit(double band, boolean cash) {
    PositionSettings levered = new PositionSettings(band, 20, SlotRule.ALIVE, 2);
    BacktestEvaluation evaluation = new BacktestEvaluation(judgement(levered, 0, List.of()), BARS);
    double[] booked = feed(evaluation, live(levered, cash));
    assertThat(evaluation.ensembleReturns()).containsExactly(booked);
    assertThat(booked).isNotEqualTo(alone(band, cash));
  }

  private static double[] alone(double band, boolean cash) {
    return feed(new BacktestEvaluation(judgement(band, 0, List.of()), BARS), live(band, cash));
  }

  /** Of an engine that runs for the report alone, as other profiles do beside the judged one. */
  @ParameterizedTest
  @CsvSource({"0, false", "1, true"})
  void aTrackOfAnEngineIsWhatThatEngineBooksToTheBit(double band, boolean cash) {
    BacktestSettings published = judgement(band, 0, List.of());
    BacktestSettings settings =
        new BacktestSettings(
            published.walk(),
            published.scale(),
            published.stake(),
            published.cashReturn(),
            published.zone(),
            published.trials(),
            published.positions(),
            List.of(),
            new ProfileTracks(
                live(band, cash),
                List.of(new ProfileTracks.Beside("Again", TrackKind.GUIDE, live(band, cash)))),
            null);
    BacktestEvaluation evaluation = new BacktestEvaluation(settings, BARS);
    double[] booked = feed(evaluation, live(band, cash));
    assertThat(evaluation.ensembleReturns()).containsExactly(booked);
    BacktestResult result = evaluation.result(Provenance.NONE);
    assertThat(track(result, TrackKind.GUIDE).figures())
        .isEqualTo(track(result, TrackKind.ENSEMBLE).figures());
    assertThat(track(result, TrackKind.GUIDE).figures().trading().averageTurnover()).isPositive();
  }

  private static BacktestResult result(double band, double weightCost, List<Stress> stresses) {
    BacktestEvaluation evaluation =
        new BacktestEvaluation(judgement(band, weightCost, stresses), BARS);
    feed(evaluation, live(band, false));
    return evaluation.result(Provenance.NONE);
  }

  private static Track track(BacktestResult result, TrackKind kind) {
    return result.tracks().stream().filter(t -> t.kind() == kind).findFirst().orElseThrow();
  }

  /** Equal weight by the class of the live book, bar by bar; S8 never trades and has no share. */
  private static double equalWeight(BacktestResult result, double band) {
    double[] weights = new double[STRATEGIES];
    Arrays.fill(weights, 0, STRATEGIES - 1, 1.0 / (STRATEGIES - 1));
    NetPositions book =
        new PositionSettings(band, 20, SlotRule.ALIVE)
            .book(EnsembleSettings.defaults(1, 252).bars());
    long start = result.span().from();
    double value = 1000;
    for (int t = 1; t < BARS.size(); t++) {
      if (BARS.get(t).time() >= start) {
        book.decide(BARS.get(t - 1), weights);
        value *= 1 + book.earned(BARS.get(t));
      }
    }
    return value;
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void equalWeightIsABookOfTheSameKind(double band) {
    BacktestResult result = result(band, 0, List.of());
    assertThat(track(result, TrackKind.EQUAL_WEIGHT).figures().growth().finalCapital())
        .isCloseTo(equalWeight(result, band), within(1e-9));
  }

  /** What strategies disagree about is not traded: their own accounts would pay for it. */
  @Test
  void nettingCostsLessThanTheStrategiesByThemselves() {
    BacktestResult netted = result(0, 0, List.of());
    BacktestEvaluation alone = new BacktestEvaluation(judgement(0, 0, List.of()));
    feed(alone, live(0, false));
    double byThemselves =
        track(alone.result(Provenance.NONE), TrackKind.EQUAL_WEIGHT)
            .figures()
            .growth()
            .finalCapital();
    assertThat(track(netted, TrackKind.EQUAL_WEIGHT).figures().growth().finalCapital())
        .isGreaterThan(byThemselves);
    assertThat(track(netted, TrackKind.EQUAL_WEIGHT).figures().trading().positionCost())
        .isPositive();
  }

  @Test
  void theBandTradesLess() {
    assertThat(
            track(result(1, 0, List.of()), TrackKind.EQUAL_WEIGHT)
                .figures()
                .trading()
                .positionCost())
        .isLessThan(
            0.8
                * track(result(0, 0, List.of()), TrackKind.EQUAL_WEIGHT)
                    .figures()
                    .trading()
                    .positionCost());
  }

  @Test
  void aStrategyThatNeverTradedIsIdleAndInNoCountOfTrials() {
    BacktestResult result = result(1, 0, List.of());
    List<Track> idle = result.tracks().stream().filter(track -> !track.everHeld()).toList();
    assertThat(idle).extracting(Track::name).containsExactly("S8");
    assertThat(result(1, 0.001, List.of()).tracks().stream().filter(t -> !t.everHeld()))
        .as("it has not even paid for being built up")
        .allMatch(t -> t.figures().trading().buildUpCost() == 0)
        .allMatch(t -> t.figures().ratios().sharpe() == 0);
    assertThat(result.tracks().get(result.tracks().size() - 2).evidence().trials())
        .isLessThanOrEqualTo(STRATEGIES - 1);
  }

  @Test
  void theMarketIsThereThoughNobodyConfiguredHold() {
    BacktestResult result = result(1, 0, List.of());
    assertThat(result.tracks())
        .extracting(Track::kind)
        .startsWith(
            TrackKind.ENSEMBLE,
            TrackKind.EQUAL_WEIGHT,
            TrackKind.EQUAL_WEIGHT_WITH_HOLD,
            TrackKind.HOLD,
            TrackKind.HOLD_AT_VOLATILITY,
            TrackKind.INVERSE_VOLATILITY,
            TrackKind.STRATEGY);
    assertThat(track(result, TrackKind.HOLD_AT_VOLATILITY).figures().risk().volatility())
        .isLessThan(track(result, TrackKind.HOLD).figures().risk().volatility());
    assertThat(track(result, TrackKind.ENSEMBLE).market().sharpeDifference()).isNotNull();
    assertThat(track(result, TrackKind.ENSEMBLE).market().alpha()).isNotNull();
    assertThat(track(result, TrackKind.HOLD).market()).isNull();
    assertThat(result.verdict().details().get(1)).contains("than HOLD: ").contains("an alpha of");
  }

  @Test
  void aCostOfWeightsIsChargedBesides() {
    double free = track(result(1, 0, List.of()), TrackKind.ENSEMBLE).equity()[0];
    double paid = track(result(1, 0.001, List.of()), TrackKind.ENSEMBLE).equity()[0];
    assertThat(paid).isCloseTo(free * (1 - 0.001), within(1e-9));
  }

  @Test
  void stressTellsTheSameDecisionsExecutedOtherwise() {
    List<Stress> stresses =
        List.of(Stress.delay(1), Stress.cost("0bp", 0), Stress.financing("5%", 0.05));
    BacktestResult result = result(1, 0, stresses);
    List<StressRow> ensemble =
        result.stress().stream().filter(row -> row.track().equals("Ensemble")).toList();
    Track track = track(result, TrackKind.ENSEMBLE);
    assertThat(ensemble)
        .extracting(StressRow::stress)
        .containsExactly(StressRow.NONE, "1 bar later", "cost 0bp", "financing 5%");
    assertThat(ensemble.get(0).sharpe()).isEqualTo(track.figures().ratios().sharpe());
    assertThat(ensemble.get(1).sharpe()).isNotEqualTo(ensemble.get(0).sharpe());
    assertThat(ensemble.get(2).sharpe())
        .isCloseTo(track.figures().ratios().grossSharpe(), within(1e-12));
    assertThat(ensemble.get(3).annualReturn()).isLessThan(ensemble.get(0).annualReturn());
    assertThat(result.stress()).noneMatch(row -> row.track().equals("S0"));
  }

  @Test
  void theVerdictSaysWhereNothingIsNetted() {
    BacktestEvaluation alone = new BacktestEvaluation(judgement(1, 0, List.of(Stress.delay(1))));
    feed(alone, live(0, false));
    BacktestResult result = alone.result(Provenance.NONE);
    assertThat(result.verdict().details())
        .anyMatch(detail -> detail.startsWith("Judged on the strategies' own returns"));
    assertThat(result.stress()).isNull();
    assertThat(track(result, TrackKind.ENSEMBLE).figures().trading().positionCost()).isNull();
  }
}
