package io.mirrorcore.backtest;

import static io.mirrorcore.backtest.Records.DAY;
import static io.mirrorcore.backtest.Records.byName;
import static io.mirrorcore.backtest.Records.idle;
import static io.mirrorcore.backtest.Records.noise;
import static io.mirrorcore.backtest.Records.randomWeights;
import static io.mirrorcore.backtest.Records.returns;
import static io.mirrorcore.backtest.Records.settings;
import static io.mirrorcore.backtest.Records.track;
import static io.mirrorcore.backtest.Records.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.backtest.account.WeightDriftTest;
import io.mirrorcore.backtest.evidence.Evidence;
import io.mirrorcore.backtest.evidence.ReturnMoments;
import io.mirrorcore.backtest.evidence.SharpeDifference;
import io.mirrorcore.backtest.evidence.SharpeInterval;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.report.ReportTables.MonthlyReturn;
import io.mirrorcore.backtest.report.ReportTables.RegimeSpan;
import io.mirrorcore.backtest.report.Verdict;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.RollingSharpe;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.regime.Regime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BacktestEvaluationTest {

  private static BacktestResult evaluate(
      List<StrategyReturns> returns, List<EnsembleWeights> weights) {
    return BacktestEvaluation.of(returns, weights, settings(1000, 0.01), Provenance.NONE);
  }

  private static String json(BacktestResult result) {
    try {
      return new ObjectMapper().writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bars of {@link WeightDriftTest} on days 3 to 6, and what comes before and after. */
  private static List<StrategyReturns> fourBars() {
    return List.of(
        returns(1, 0.5, -0.5),
        returns(2, 0.5, -0.5),
        returns(3, 0.1, 0),
        returns(4, 0, 0.1),
        idle(5, -0.2, 0.2),
        returns(6, 0.1, 0.1));
  }

  /**
   * The decision of day 2 earns from day 3 on: 5, 5, 0 and 10 %, a half of each. Weights drift to
   * 0.4 and 0.6 meanwhile: the held record of day 3 leaves that alone, that of day 5 trades them
   * back (0.2, cost 1 %), that of day 6, the last, is beyond the evaluation. Drift: {@link
   * WeightDriftTest}.
   */
  @Test
  void theEnsembleEarnsFromTheNextBarOnAsByHand() {
    List<EnsembleWeights> records =
        List.of(
            weights(2, "INITIAL", 0.5, 0.5),
            weights(3, "HELD_UNCERTAIN", 0.5, 0.5),
            weights(5, "PARTIAL", 0.5, 0.5),
            weights(6, "REBALANCED", 1, 0));
    BacktestResult result = evaluate(fourBars(), records);
    Track ensemble = track(result, TrackKind.ENSEMBLE);

    assertThat(result.span().times()).containsExactly(3 * DAY, 4 * DAY, 5 * DAY, 6 * DAY);
    assertThat(result.span().from()).isEqualTo(3 * DAY);
    assertThat(result.span().to()).isEqualTo(6 * DAY);
    assertThat(result.span().bars()).isEqualTo(4);
    assertThat(ensemble.equity())
        .containsExactly(
            new double[] {1039.5, 1091.475, 1091.475, 1091.475 * 1.0978}, within(1e-9));
    assertThat(ensemble.drawdown()).containsExactly(new double[4], within(1e-12));
    Figures figures = ensemble.figures();
    assertThat(figures.trading().buildUpCost()).isCloseTo(10, within(1e-12));
    assertThat(figures.trading().costPaid()).isCloseTo(2.18295, within(1e-9));
    assertThat(figures.trading().rebalances()).isEqualTo(1);
    assertThat(figures.trading().averageTurnover()).isCloseTo(0.2, within(1e-12));
    assertThat(figures.hits().winRate()).isEqualTo(1); // 3 of the 3 bars with a position
  }

  /**
   * Equal weight trades at the held due time too: on day 3 from 0.55/1.05 and 0.5/1.05 to a half
   * each, 0.05/1.05 in all.
   */
  @Test
  void equalWeightTradesAtEveryDueTime() {
    List<EnsembleWeights> records =
        List.of(weights(2, "INITIAL", 0.9, 0.1), weights(3, "HELD_REGIME", 0.9, 0.1));
    Figures figures = track(evaluate(fourBars(), records), TrackKind.EQUAL_WEIGHT).figures();
    assertThat(figures.trading().rebalances()).isEqualTo(1);
    assertThat(figures.trading().averageTurnover()).isCloseTo(0.05 / 1.05, within(1e-12));
  }

  /** Standard deviations 0.01 and 0.03 over the two rows: weights 3/4 and 1/4. */
  @Test
  void inverseVolatilityUsesTheWindowOfTheEstimateAndItsActiveStrategies() {
    List<StrategyReturns> bars =
        List.of(
            returns(1, 9, 9, 9),
            returns(2, 0.01, 0.06, 0.05),
            returns(3, 0.03, 0, -0.05),
            returns(4, 0.04, 0.08, 1));
    EnsembleWeights record = weights(3, "INITIAL", "MIXED", byName(0, 0, 1), 2, List.of("C"));
    double gross = track(evaluate(bars, List.of(record)), TrackKind.INVERSE_VOLATILITY).equity()[0];
    assertThat(gross).isCloseTo(1000 * 0.99 * (1 + 0.75 * 0.04 + 0.25 * 0.08), within(1e-9));
  }

  @Test
  void aStrategyAloneIsBoughtOnce() {
    BacktestResult result = evaluate(fourBars(), List.of(weights(2, "INITIAL", 0.5, 0.5)));
    Track b = result.tracks().get(result.tracks().size() - 1);
    assertThat(b.name()).isEqualTo("B");
    assertThat(b.figures().growth().finalCapital())
        .isCloseTo(1000 * 0.99 * 1.1 * 1.2 * 1.1, within(1e-9));
    assertThat(b.figures().trading().rebalances()).isZero();
  }

  /** Of returns alone, the market is the column of that name, and not one of the N. */
  @Test
  void aColumnHoldIsTheMarketAndInNoEqualWeight() {
    List<StrategyReturns> bars = new ArrayList<>();
    for (int day = 1; day <= 4; day++) {
      Map<String, Double> returns = Map.of("A", 0.01 * day, "B", 0.0, "HOLD", 0.1);
      Map<String, Boolean> deployed = Map.of("A", true, "B", false, "HOLD", true);
      bars.add(new StrategyReturns("main", day * DAY, returns, deployed, 0));
    }
    Map<String, Double> inA = Map.of("A", 1.0, "B", 0.0, "HOLD", 0.0);
    EnsembleWeights record = weights(2, "INITIAL", "MIXED", inA, 30, List.of());
    BacktestResult result =
        BacktestEvaluation.of(bars, List.of(record), settings(1000, 0), Provenance.NONE);
    assertThat(track(result, TrackKind.HOLD).equity()[1]).isCloseTo(1210, within(1e-9));
    assertThat(track(result, TrackKind.EQUAL_WEIGHT).equity()[1])
        .isCloseTo(1000 * 1.03 * 1.04, within(1e-9)); // B never had a position
    assertThat(track(result, TrackKind.EQUAL_WEIGHT_WITH_HOLD).equity()[0])
        .isCloseTo(1000 * (1 + 0.5 * 0.03 + 0.5 * 0.1), within(1e-9));
    assertThat(result.tracks())
        .filteredOn(t -> !t.everHeld())
        .extracting(Track::name)
        .containsExactly("B");
  }

  /** CASH earns 0.0001 a bar (Records.settings) and costs nothing to hold. */
  @Test
  void theEnsembleWithCashMayStandAside() {
    BacktestEvaluation evaluation = new BacktestEvaluation(settings(1000, 0.01));
    fourBars().forEach(evaluation::add);
    evaluation.add(weights(2, "INITIAL", 0.5, 0.5));
    Map<String, Double> aside = new TreeMap<>(byName(0.25, 0));
    aside.put("CASH", 0.75);
    evaluation.addWithCash(weights(2, "INITIAL", "MIXED", aside, 30, List.of()));
    BacktestResult result = evaluation.result(Provenance.NONE);
    assertThat(result.tracks())
        .extracting(Track::kind)
        .containsExactly(
            TrackKind.ENSEMBLE,
            TrackKind.ENSEMBLE_WITH_CASH,
            TrackKind.EQUAL_WEIGHT,
            TrackKind.INVERSE_VOLATILITY,
            TrackKind.STRATEGY,
            TrackKind.STRATEGY);
    Track track = track(result, TrackKind.ENSEMBLE_WITH_CASH);
    assertThat(track.figures().trading().buildUpCost()).isCloseTo(2.5, within(1e-12));
    assertThat(track.equity()[0])
        .isCloseTo(1000 * 0.9975 * (1 + 0.25 * 0.1 + 0.75 * 0.0001), within(1e-9));
  }

  @Test
  void regimesMonthsAndWeightsAreTold() {
    List<StrategyReturns> bars = new ArrayList<>();
    for (int day = 28; day <= 34; day++) { // 1970-01-29 to 1970-02-04
      bars.add(returns(day, 0.01, 0.01));
    }
    Map<String, Double> half = byName(0.5, 0.5);
    List<EnsembleWeights> records =
        List.of(
            weights(29, "INITIAL", "MIXED", half, 30, List.of()),
            weights(30, "HELD_SMALL", "MIXED", half, 30, List.of()),
            weights(32, "REBALANCED", "TRENDING", byName(0.7, 0.3), 30, List.of()));
    BacktestResult result =
        BacktestEvaluation.of(bars, records, settings(1000, 0), Provenance.NONE);
    assertThat(result.tables().regimes())
        .containsExactly(
            new RegimeSpan(29 * DAY, 32 * DAY, Regime.MIXED),
            new RegimeSpan(32 * DAY, 34 * DAY, Regime.TRENDING));
    // The bar that closes on 1 February at 00:00 (day 31) is January's last.
    assertThat(result.tables().monthly()).extracting(MonthlyReturn::month).containsExactly(1, 2);
    assertThat(result.tables().monthly().get(0).ensemble()).isCloseTo(0.0201, within(1e-12));
    assertThat(result.tables().monthly().get(1).equalWeight()).isCloseTo(0.030301, within(1e-12));
    assertThat(result.tables().weights().times()).containsExactly(29 * DAY, 30 * DAY, 32 * DAY);
    assertThat(result.tables().weights().values()[2]).containsExactly(0.7, 0.3);
    assertThat(result.tables().correlation().matrix())
        .isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
  }

  @Test
  void theRollingSharpeRatioIsThatOfItsWindow() {
    Random random = new Random(4);
    double[] series = new double[300];
    for (int t = 0; t < 300; t++) {
      series[t] = t > 200 ? 0.001 : 0.01 * random.nextGaussian();
    }
    List<Double> rolling = RollingSharpe.of(series, 40, 252);
    assertThat(rolling.subList(0, 39)).containsOnlyNulls();
    for (int t = 39; t < 300; t++) {
      double[] window = Arrays.copyOfRange(series, t - 39, t + 1);
      double expected = ReturnMoments.of(window).sharpe() * Math.sqrt(252);
      assertThat(rolling.get(t)).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
    }
    assertThat(rolling.get(299)).isZero();
  }

  @Test
  void theCapitalScalesMoneyAndNothingElse() {
    List<StrategyReturns> bars = noise(new Random(1), 300, 4, 0.01);
    List<EnsembleWeights> records = randomWeights(new Random(2), 90, 300, 30, 4);
    BacktestResult small =
        BacktestEvaluation.of(bars, records, settings(1000, 0.001), Provenance.NONE);
    BacktestResult large =
        BacktestEvaluation.of(bars, records, settings(4_096_000, 0.001), Provenance.NONE);
    for (int k = 0; k < small.tracks().size(); k++) {
      Track a = small.tracks().get(k);
      Track b = large.tracks().get(k);
      assertThat(a.evidence()).isEqualTo(b.evidence());
      assertThat(a.figures().ratios().sharpe()).isEqualTo(b.figures().ratios().sharpe());
      assertThat(a.figures().ratios().calmar()).isEqualTo(b.figures().ratios().calmar());
      assertThat(a.rollingSharpe()).isEqualTo(b.rollingSharpe());
      assertThat(4096 * a.figures().growth().finalCapital())
          .isEqualTo(b.figures().growth().finalCapital());
      assertThat(4096 * a.figures().trading().costPaid())
          .isEqualTo(b.figures().trading().costPaid());
    }
  }

  @Test
  void theSameRecordsGiveTheSameBytesHoweverTheyInterleave() {
    List<StrategyReturns> bars = noise(new Random(1), 200, 3, 0.01);
    List<EnsembleWeights> records = randomWeights(new Random(2), 60, 200, 20, 3);
    BacktestEvaluation interleaved = new BacktestEvaluation(settings(1000, 0.01));
    int next = 0;
    for (StrategyReturns bar : bars) {
      interleaved.add(bar);
      if (next < records.size() && records.get(next).time() == bar.time()) {
        interleaved.add(records.get(next++));
      }
    }
    assertThat(json(interleaved.result(Provenance.NONE))).isEqualTo(json(evaluate(bars, records)));
  }

  @Test
  void oneStrategyIsEqualWeight() {
    List<StrategyReturns> bars = noise(new Random(1), 100, 1, 0.01);
    BacktestResult result = evaluate(bars, randomWeights(new Random(2), 30, 100, 10, 1));
    assertThat(result.verdict().outcome()).isEqualTo(Verdict.Outcome.NOT_SHOWN);
    assertThat(track(result, TrackKind.ENSEMBLE).evidence().sharpeDifference())
        .isEqualTo(new SharpeDifference(0, 0, 0, 0.95));
    assertThat(result.verdict().details())
        .anyMatch(detail -> detail.startsWith("Nothing here beats equal weight"));
  }

  @Test
  void allZeroReturnsAreAllZeroFigures() {
    List<StrategyReturns> bars = new ArrayList<>();
    for (int day = 1; day <= 20; day++) {
      bars.add(returns(day, 0, 0));
    }
    BacktestResult result =
        BacktestEvaluation.of(
            bars, List.of(weights(5, "INITIAL", 0.5, 0.5)), settings(1000, 0), Provenance.NONE);
    Track ensemble = track(result, TrackKind.ENSEMBLE);
    assertThat(ensemble.figures())
        .isEqualTo(
            new Figures(
                new Figures.Growth(1000, 0, null),
                new Figures.Risk(0, 0, 0, 0),
                new Figures.Ratios(0, 0, null, null),
                new Figures.Hits(0, 0),
                new Figures.Trading(0, 0, 0, 0, null),
                15));
    assertThat(ensemble.evidence())
        .isEqualTo(
            new Evidence(
                new SharpeInterval(0, 0, 0.95),
                new SharpeDifference(0, 0, 0, 0.95),
                0.5,
                0.5,
                1,
                null));
    assertThat(result.verdict().outcome()).isEqualTo(Verdict.Outcome.NOT_SHOWN);
  }

  @Test
  void aSingleBarIsEvaluated() {
    BacktestResult result =
        evaluate(
            List.of(returns(1, 0.1, 0.2), returns(2, 0.1, 0)),
            List.of(weights(1, "INITIAL", 1, 0)));
    assertThat(result.span().bars()).isEqualTo(1);
    assertThat(track(result, TrackKind.ENSEMBLE).figures().growth().finalCapital())
        .isCloseTo(1000 * 0.99 * 1.1, within(1e-9));
    assertThat(result.verdict().outcome()).isEqualTo(Verdict.Outcome.NOT_SHOWN);
    assertThat(json(result)).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void nothingToEvaluateIsSaid() {
    assertThatThrownBy(() -> evaluate(fourBars(), List.of()))
        .isInstanceOf(NothingToEvaluateException.class)
        .hasMessageContaining("no weights in 6 bars");
    assertThatThrownBy(() -> evaluate(fourBars(), List.of(weights(6, "INITIAL", 0.5, 0.5))))
        .isInstanceOf(NothingToEvaluateException.class)
        .hasMessageContaining("no bar after the first weights at " + 6 * DAY);
  }

  @Test
  void recordsThatDoNotBelongTogetherAreRefused() {
    BacktestEvaluation evaluation = new BacktestEvaluation(settings(1000, 0.01));
    evaluation.add(returns(2, 0.1, 0));
    evaluation.add(weights(2, "INITIAL", 1, 0));
    assertThatThrownBy(() -> evaluation.add(returns(2, 0, 0)))
        .hasMessageContaining("must be after " + 2 * DAY);
    assertThatThrownBy(() -> evaluation.add(returns(3, 0)))
        .hasMessageContaining("must be [A, B]; have [A]");
    assertThatThrownBy(() -> evaluation.add(weights(2, "REBALANCED", 0, 1)))
        .hasMessageContaining("time of weights must be after");
    evaluation.add(returns(3, 0.1, 0));
    BacktestEvaluation mixed = new BacktestEvaluation(settings(1000, 0.01));
    fourBars().forEach(mixed::add);
    mixed.add(weights(2, "INITIAL", 0.5, 0.25, 0.25));
    assertThatThrownBy(() -> mixed.result(Provenance.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("strategies of the weights must be [A, B]; have [A, B, C]");
  }
}
