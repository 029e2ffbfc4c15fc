package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.NothingToEvaluateException;
import io.mirrorcore.backtest.ProfileTracks;
import io.mirrorcore.backtest.breakdown.Attribution;
import io.mirrorcore.backtest.breakdown.Breakdown;
import io.mirrorcore.backtest.breakdown.Trade;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestMode;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.BarScale;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.report.Stake;
import io.mirrorcore.backtest.report.Walk;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.portfolio.RandomPortfolio;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.PositionSettings;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What symbols, strategies and trades are said to have brought is what the track earned. */
class BreakdownAddsUpTest {

  private static final List<PortfolioBar> BARS = new RandomPortfolio(11, 4, 9).bars(400);
  private static final double CAPITAL = 1000;

  private static BacktestResult result(
      double band, double weightCost, String benchmark, List<PortfolioBar> closes, List<Trade> to) {
    PositionSettings positions = new PositionSettings(band, 20, SlotRule.ALIVE);
    EnsembleSettings live = EnsembleSettingsBuilder.daily().build().withPositions(positions);
    BacktestEvaluation evaluation =
        new BacktestEvaluation(
            new BacktestSettings(
                new Walk(BacktestMode.EVENT, 60, 0, false),
                new BarScale("1d", 252, "given"),
                new Stake(CAPITAL, weightCost),
                0.0001,
                ZoneOffset.UTC,
                Trials.ONE,
                new BacktestSettings.Positions(positions, 1),
                List.of(),
                ProfileTracks.NONE,
                benchmark),
            closes);
    Ensemble ensemble = new Ensemble("random", live);
    for (PortfolioBar bar : BARS) {
      EnsembleStep step = ensemble.onBar(bar);
      if (step.returns() != null) {
        evaluation.add(step.returns());
      }
      if (step.weights() != null) {
        evaluation.add(step.weights());
      }
    }
    return evaluation.result(Provenance.NONE, to::add);
  }

  private static double profits(List<Attribution.Row> rows) {
    return rows.stream().mapToDouble(Attribution.Row::profit).sum();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 0.001", "1, 0.001"})
  void profitsOfSymbolsAndOfStrategiesAddUp(double band, double weightCost) {
    List<Trade> trades = new ArrayList<>();
    BacktestResult result = result(band, weightCost, null, BARS, trades);
    Figures figures = result.tracks().get(0).figures();
    double earned = figures.growth().finalCapital() - CAPITAL;
    Attribution found = result.breakdown().attribution();

    assertThat(profits(found.symbols()) + found.apart()).isCloseTo(earned, within(1e-7));
    assertThat(profits(found.strategies()) + found.between()).isCloseTo(earned, within(1e-7));
    assertThat(found.symbols().stream().mapToDouble(Attribution.Row::cost).sum())
        .isCloseTo(figures.trading().positionCost(), within(1e-7));
    assertThat(trades.stream().mapToDouble(Trade::cost).sum())
        .isCloseTo(figures.trading().positionCost(), within(1e-7));
    assertThat(found.trades().count()).isEqualTo(trades.size()).isPositive();
    if (band == 0 && weightCost == 0) {
      assertThat(found.apart()).as("nothing is beside the symbols").isCloseTo(0, within(1e-7));
      assertThat(found.between()).as("nor beside the strategies").isCloseTo(0, within(1e-7));
    } else {
      assertThat(Math.abs(found.apart())).isGreaterThan(0.01);
    }
  }

  @Test
  void theBenchmarkIsHoldUnlessASymbolIsNamed() {
    BacktestResult hold = result(0, 0, null, BARS, new ArrayList<>());
    Breakdown.Benchmark benchmark = hold.breakdown().benchmark();
    assertThat(benchmark.name()).isEqualTo("HOLD");
    assertThat(benchmark.tracks())
        .extracting(row -> row.track())
        .contains("Ensemble", "Equal weight", "S0")
        .doesNotContain("HOLD", "S8");
    assertThat(hold.tracks()).extracting(Track::kind).doesNotContain(TrackKind.BENCHMARK);
    assertThat(hold.tracks().get(0).rollingBeta()).hasSize(hold.span().bars());

    BacktestResult named = result(0, 0, "SYM2", BARS, new ArrayList<>());
    Track track =
        named.tracks().stream()
            .filter(t -> t.kind() == TrackKind.BENCHMARK)
            .findFirst()
            .orElseThrow();
    double value = CAPITAL;
    for (PortfolioBar bar : BARS) {
      if (bar.time() >= named.span().from()) {
        value *= 1 + bar.symbols().get(2).value();
      }
    }
    assertThat(track.name()).isEqualTo("Benchmark SYM2");
    assertThat(track.figures().growth().finalCapital()).isCloseTo(value, within(1e-7));
    assertThat(track.rollingBeta()).as("on itself").isNull();
    assertThat(named.breakdown().benchmark().name()).isEqualTo("SYM2");
    assertThat(named.breakdown().benchmark().tracks().get(0))
        .isNotEqualTo(benchmark.tracks().get(0));
    assertThat(named.breakdown().distributions())
        .extracting(shape -> shape.track())
        .containsExactly("Ensemble", "Equal weight", "HOLD", "Benchmark SYM2");
    assertThat(named.verdict()).as("only looked at").isEqualTo(hold.verdict());
  }

  @Test
  void aBenchmarkThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> result(0, 0, "SPY", BARS, new ArrayList<>()))
        .isInstanceOf(NothingToEvaluateException.class)
        .hasMessage(
            "the benchmark SPY is no symbol of this portfolio: choose one of SYM0, SYM1, SYM2,"
                + " SYM3");
    assertThatThrownBy(() -> result(0, 0, "SPY", null, new ArrayList<>()))
        .hasMessageContaining("with strategy returns alone no symbol is known");
  }

  @Test
  void withReturnsAloneThereIsNoBenchmarkAndNoTrade() {
    BacktestResult result = result(0, 0, null, null, new ArrayList<>());
    assertThat(result.breakdown().benchmark()).isNull();
    assertThat(result.breakdown().attribution().trades()).isNull();
    assertThat(result.breakdown().drawdowns()).isNotEmpty();
    double earned = result.tracks().get(0).figures().growth().finalCapital() - CAPITAL;
    Attribution found = result.breakdown().attribution();
    assertThat(profits(found.strategies()) + found.between()).isCloseTo(earned, within(1e-7));
    assertThat(result.tracks().get(0).figures().risk().maxDrawdown())
        .isCloseTo(result.breakdown().drawdowns().get(0).depth(), within(1e-15));
  }
}
