package io.mirrorcore.backtest.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.backtest.track.TrackSeries;
import io.mirrorcore.estimate.ReferenceCases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final double RELATIVE = 1e-7; // per cent, so 1e-9

  private static void same(JsonNode expected, double actual) {
    assertThat(actual).isCloseTo(expected.doubleValue(), withinPercentage(RELATIVE));
  }

  @Test
  void figuresAgreeWithNumpy() {
    for (JsonNode node : ReferenceCases.of("backtest.json")) {
      double[] returns = ReferenceCases.vector(node.at("/input/returns"));
      double[] equity = new double[returns.length];
      for (int t = 0; t < equity.length; t++) {
        equity[t] = (t == 0 ? 1 : equity[t - 1]) * (1 + returns[t]);
      }
      Figures figures =
          Figures.of(
              new TrackSeries(
                  returns,
                  returns,
                  equity,
                  1,
                  0,
                  new TrackSeries.Trading(0, 0, 0, 0, 0),
                  List.of()),
              1,
              252);
      JsonNode output = node.get("output");
      same(output.get("volatility"), figures.risk().volatility());
      same(output.get("sharpe"), figures.ratios().sharpe());
      same(output.get("sortino"), figures.ratios().sortino());
      if (returns.length >= 63) {
        same(output.get("annualReturn"), figures.growth().annualReturn());
      } else {
        assertThat(figures.growth().annualReturn()).as("too short for a year").isNull();
      }
      same(output.get("maxDrawdown"), figures.risk().maxDrawdown());
      same(output.get("profitFactor"), figures.hits().profitFactor());
      same(output.get("cvar95"), figures.risk().cvar95());
    }
  }

  @Test
  void sharpeStatisticsAgreeWithScipy() {
    for (JsonNode node : ReferenceCases.of("backtest.json")) {
      ReturnMoments moments = ReturnMoments.of(ReferenceCases.vector(node.at("/input/returns")));
      Trials trials =
          new Trials(
              node.at("/input/trials").doubleValue(),
              node.at("/input/trialVariance").doubleValue());
      JsonNode output = node.get("output");
      same(output.get("skewness"), moments.skewness());
      same(output.get("kurtosis"), moments.kurtosis());
      same(output.get("psr"), ProbabilisticSharpeRatio.of(moments, 0));
      same(output.get("expectedMaximum"), DeflatedSharpeRatio.benchmark(trials));
      same(output.get("dsr"), DeflatedSharpeRatio.of(moments, trials));
      Long needed = MinimumTrackRecordLength.of(moments, 0, 0.95);
      if (output.get("minimumTrackRecord").isNull()) {
        assertThat(needed).isNull();
      } else {
        assertThat(needed)
            .isEqualTo((long) Math.ceil(output.get("minimumTrackRecord").doubleValue()));
      }
    }
  }

  @Test
  void blockLengthsAgreeWithArch() {
    for (JsonNode node : ReferenceCases.of("backtest.json")) {
      double[] returns = ReferenceCases.vector(node.at("/input/returns"));
      same(node.at("/output/blockLength"), BlockLength.of(returns));
    }
  }

  @Test
  void standardErrorsAgreeWithTheCircularFormula() {
    for (JsonNode node : ReferenceCases.of("backtest.json")) {
      double[] returns = ReferenceCases.vector(node.at("/input/returns"));
      for (double block : new double[] {1, 5, 40}) {
        same(
            node.at("/output/standardErrorOfSum").get(String.valueOf((int) block)),
            SharpeBootstrap.standardError(returns, block));
      }
    }
  }

  @Test
  void overfittingAgreesWithBruteForce() throws IOException {
    JsonNode file = new ObjectMapper().readTree(Path.of("../src/reference/backtest.json").toFile());
    for (JsonNode node : file.get("overfitting")) {
      double[][] trials = ReferenceCases.matrix(node.at("/input/trials"));
      OverfittingProbability pbo =
          OverfittingProbability.of(trials, node.at("/input/blocks").intValue());
      assertThat(pbo.value()).isCloseTo(node.at("/output/pbo").doubleValue(), within(1e-12));
      assertThat(pbo.splits()).isEqualTo(node.at("/output/splits").intValue());
      same(node.at("/output/effectiveTrials"), EffectiveTrials.of(trials));
    }
  }

  /**
   * The example of "The Deflated Sharpe Ratio": annual 2.5 over 1250 days, skewness -3, kurtosis
   * 10, annual variance 0.5 of the trials' ratios.
   */
  @Test
  void deflatesAsInThePaper() {
    ReturnMoments moments = new ReturnMoments(1250, 2.5 / Math.sqrt(250), 1, -3, 10);
    assertThat(DeflatedSharpeRatio.of(moments, new Trials(100, 0.5 / 250)))
        .isCloseTo(0.9004, within(5e-5));
    assertThat(DeflatedSharpeRatio.of(moments, new Trials(46, 0.5 / 250)))
        .isCloseTo(0.9505, within(5e-5));
  }
}
