package io.mirrorcore.portfolio.ensemble;

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
import io.mirrorcore.portfolio.RandomPortfolio;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.book.MarketScale;
import io.mirrorcore.portfolio.book.Sizing;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.PositionSettings;
import io.mirrorcore.strategy.Run;
import io.mirrorcore.strategy.price.EntropyMeasure;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions that are sized by how orderly the market is. */
class SizedPositionsTest {

  private static final List<PortfolioBar> BARS = new RandomPortfolio(5, 4, 9).bars(1100);

  private static EnsembleSettings settings(double band, Sizing sizing) {
    return EnsembleSettingsBuilder.daily()
        .build()
        .withPositions(new PositionSettings(band, 20, SlotRule.ALIVE, 1, sizing));
  }

  private static List<TargetPositions> positions(Ensemble ensemble, List<PortfolioBar> bars) {
    List<TargetPositions> positions = new ArrayList<>();
    bars.forEach(bar -> positions.add(ensemble.onBar(bar).positions()));
    return positions;
  }

  private static Ensemble ensemble(Sizing sizing) {
    return new Ensemble("random", settings(0, sizing));
  }

  @Test
  void everyPositionIsThatOfTheWeightsTimesTheScale() {
    List<TargetPositions> sized = positions(ensemble(Sizing.ENTROPY), BARS);
    List<TargetPositions> plain = positions(ensemble(Sizing.NONE), BARS);
    TreeSet<Double> scales = new TreeSet<>();
    for (int t = 0; t < BARS.size(); t++) {
      if (plain.get(t) == null) {
        assertThat(sized.get(t)).isNull();
        continue;
      }
      double scale = sized.get(t).scale();
      assertThat(plain.get(t).scale()).isNull();
      scales.add(scale);
      for (Map.Entry<String, Double> position : plain.get(t).positions().entrySet()) {
        assertThat(sized.get(t).positions().get(position.getKey()))
            .isEqualTo(scale * position.getValue() + 0.0);
      }
      assertThat(sized.get(t).gross()).isEqualTo(scale * plain.get(t).gross());
    }
    assertThat(scales).containsExactly(0.0, 0.25, 0.5, 1.0);
  }

  /** The strategy sees closes and not returns, whose last bit may lie in the bin beside. */
  @Test
  void theScaleIsTheSizeThatTheStrategyTakesInTheMarket() {
    MarketScale scale = new MarketScale(Sizing.ENTROPY);
    Run strategy = Run.of(new EntropyMeasure());
    double close = 1;
    strategy.flat(close);
    int sized = 0;
    int equal = 0;
    for (int t = 1; t < BARS.size(); t++) {
      scale.see(BARS.get(t));
      close *= 1 + BARS.get(t).earned().orElseThrow().market();
      var signal = strategy.flat(close);
      if (signal.isWarmup()) {
        assertThat(t).isLessThan(499);
        assertThat(scale.value()).isEqualTo(1);
      } else {
        sized++;
        equal += scale.value() == Math.abs(signal.position()) ? 1 : 0;
      }
    }
    assertThat(sized).isEqualTo(BARS.size() - 499);
    assertThat(equal).isGreaterThan(sized * 98 / 100);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void theBacktestJudgesWhatTheLiveJobBooksToTheBit(double band) {
    EnsembleSettings sized = settings(band, Sizing.ENTROPY);
    BacktestEvaluation evaluation = new BacktestEvaluation(judgement(sized), BARS);
    Ensemble ensemble = new Ensemble("random", sized);
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
    assertThat(evaluation.ensembleReturns())
        .containsExactly(booked.stream().mapToDouble(Double::doubleValue).toArray());
    BacktestResult result = evaluation.result(Provenance.NONE);
    assertThat(result.tracks())
        .extracting(Track::kind)
        .startsWith(TrackKind.ENSEMBLE, TrackKind.UNSIZED, TrackKind.EQUAL_WEIGHT);
    assertThat(result.tracks().get(0).figures().risk().volatility())
        .isLessThan(0.8 * result.tracks().get(1).figures().risk().volatility());
  }

  private static BacktestSettings judgement(EnsembleSettings sized) {
    PositionSettings plain = sized.positions().withSizing(Sizing.NONE);
    return new BacktestSettings(
        new Walk(BacktestMode.EVENT, 60, 0, false),
        new BarScale("1d", 252, "given"),
        new Stake(1000, 0),
        0,
        ZoneOffset.UTC,
        Trials.ONE,
        new BacktestSettings.Positions(sized.positions(), 1),
        List.of(),
        new ProfileTracks(
            sized,
            List.of(
                new ProfileTracks.Beside(
                    "Without sizing", TrackKind.UNSIZED, sized.withPositions(plain)))),
        null);
  }

  @Test
  void goesOnFromItsStateWhereverItIsCut() {
    List<TargetPositions> whole = positions(ensemble(Sizing.ENTROPY), BARS);
    for (int cut : new int[] {1, 300, 700}) {
      Ensemble first = ensemble(Sizing.ENTROPY);
      positions(first, BARS.subList(0, cut));
      Ensemble second = Restored.from(first, ensemble(Sizing.ENTROPY));
      assertThat(positions(second, BARS.subList(cut, BARS.size())))
          .isEqualTo(whole.subList(cut, BARS.size()));
    }
  }

  @Test
  void isSwitchedOnAndOffOverARestart() {
    Ensemble plain = ensemble(Sizing.NONE);
    positions(plain, BARS.subList(0, 550));
    Ensemble sized = Restored.from(plain, ensemble(Sizing.ENTROPY));
    List<TargetPositions> after = positions(sized, BARS.subList(550, 1060));
    assertThat(after.get(0).scale()).isEqualTo(1); // nothing is known yet
    assertThat(after.subList(499, 510)).extracting(TargetPositions::scale).contains(0.5);
    Ensemble again = Restored.from(sized, ensemble(Sizing.NONE));
    assertThat(positions(again, BARS.subList(1060, 1100)))
        .isEqualTo(positions(ensemble(Sizing.NONE), BARS).subList(1060, 1100));
  }
}
