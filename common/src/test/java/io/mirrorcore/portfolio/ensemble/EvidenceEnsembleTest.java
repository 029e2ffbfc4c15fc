package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.AllocationSettings;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.TimeSettings;
import io.mirrorcore.portfolio.settings.WarmUp;
import io.mirrorcore.portfolio.settings.WindowSettings;
import io.mirrorcore.profile.ReferenceReturns;
import io.mirrorcore.regime.Cadence;
import io.mirrorcore.regime.RegimePolicy;
import io.mirrorcore.regime.RegimeTable;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The profile evidence bar by bar, as a portfolio lives it. */
class EvidenceEnsembleTest {

  private static final long DAY = 86_400_000;
  private static final EnsembleSettings DAILY = EnsembleSettings.evidence(1, 252);

  /** Every 25 bars from the 277th on, as evidence.py decides. */
  private static EnsembleSettings asInTheReference() {
    RegimePolicy policy = new RegimePolicy(6, 5e-4, 1, Cadence.ofBars(25), false);
    WindowSettings window = DAILY.window();
    return new EnsembleSettings(
        new WindowSettings(1260, 277, 0.05, window.estimators(), 0),
        DAILY.bars(),
        DAILY.allocation(),
        DAILY.regime(),
        new RegimeTable(policy, policy, policy, policy),
        DAILY.gate(),
        DAILY.resampling(),
        DAILY.alerts(),
        DAILY.positions(),
        DAILY.profile());
  }

  private static PortfolioBar bar(List<String> ids, long time, double[] returns) {
    boolean[] deployed = new boolean[returns.length];
    for (int k = 0; k < returns.length; k++) {
      deployed[k] = returns[k] != 0;
    }
    double market = returns[returns.length - 1];
    return new PortfolioBar.OfReturns("demo", time, ids, new BarReturns(returns, deployed, market));
  }

  private static List<EnsembleWeights> run(EnsembleSettings settings, int saveAt)
      throws IOException {
    ReferenceReturns reference = ReferenceReturns.read();
    Ensemble ensemble = new Ensemble("demo", settings);
    List<EnsembleWeights> records = new ArrayList<>();
    for (int t = 0; t < reference.rows().length; t++) {
      if (t == saveAt) {
        ensemble = Restored.from(ensemble, new Ensemble("demo", settings));
      }
      PortfolioBar bar = bar(reference.names(), reference.times()[t], reference.rows()[t]);
      EnsembleWeights record = ensemble.onBar(bar).weights();
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }

  @Test
  void publishesTheNumbersOfTheSecondImplementation() throws IOException {
    List<EnsembleWeights> records = run(asInTheReference(), -1);
    JsonNode decisions = ReferenceReturns.read().decisions();

    assertThat(records).hasSize(decisions.size());
    for (int j = 0; j < records.size(); j++) {
      EnsembleWeights record = records.get(j);
      JsonNode expected = decisions.get(j);
      assertThat(record.estimate().skill().priorMean())
          .isCloseTo(expected.get("m0").doubleValue(), within(1e-10));
      assertThat(record.estimate().skill().priorDeviation())
          .isCloseTo(expected.get("tau").doubleValue(), within(1e-10));
      Map<String, Double> weights = record.rebalance().weights();
      Map<String, Double> posterior = record.estimate().skill().posterior();
      assertThat(posterior).hasSize(expected.get("active").size());
      for (int i = 0; i < expected.get("active").size(); i++) {
        String id = expected.get("active").get(i).asText();
        assertThat(weights.get(id))
            .isCloseTo(expected.get("weights").get(i).doubleValue(), within(1e-8));
        assertThat(posterior.get(id))
            .isCloseTo(expected.get("posterior").get(i).doubleValue(), within(1e-10));
      }
      assertThat(weights.get("CASH")).isCloseTo(expected.get("cash").doubleValue(), within(1e-8));
    }
  }

  @Test
  void provesEveryWeightFromItsRecordAlone() throws IOException {
    List<EnsembleWeights> records = run(DAILY, -1);

    assertThat(records).hasSizeGreaterThan(200); // every week of five years
    for (EnsembleWeights record : records) {
      assertThat(record.certificate()).isLessThan(1e-10);
      assertThat(record.certificate()).isEqualTo(record.proof().kktResidual());
      assertThat(record.proof().problem().aversion().exempt()).containsExactly("CASH");
      assertThat(record.rebalance().weights()).isEqualTo(record.target().weights());
      assertThat(record.rebalance().weights().values().stream().mapToDouble(w -> w).sum())
          .isCloseTo(1, within(1e-12));
      assertThat(record.confidence().overall()).isCloseTo(1, within(1e-12));
      assertThat(record.confidence().resampledWeights()).isEmpty();
    }
  }

  @Test
  void beginsAfterAYearFromCash() throws IOException {
    EnsembleWeights first = run(DAILY, -1).get(0);

    assertThat(first.rebalance().decision()).isEqualTo("INITIAL");
    assertThat(first.estimate().observations()).isEqualTo(252);
    double[] previous = first.proof().problem().aversion().previous();
    assertThat(previous[previous.length - 1]).isEqualTo(1);
    assertThat(Arrays.stream(previous).sum()).isEqualTo(1);
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadBeen() throws IOException {
    assertThat(run(DAILY, 700)).isEqualTo(run(DAILY, -1));
  }

  @Test
  void remembersFiveYearsInLessThanAMegabyte() throws IOException {
    ReferenceReturns reference = ReferenceReturns.read();
    Ensemble ensemble = new Ensemble("demo", DAILY);
    for (int t = 0; t < reference.rows().length; t++) {
      ensemble.onBar(bar(reference.names(), reference.times()[t], reference.rows()[t]));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ensemble.save(new DataOutputStream(bytes));

    assertThat(reference.rows().length).isGreaterThan(DAILY.window().length());
    assertThat(bytes.size()).isBetween(100_000, 1 << 20);
  }

  /** As a job has it: with the rule for the start. */
  @Test
  void holdsCashUntilThereIsAYear() throws IOException {
    TimeSettings time =
        new TimeSettings(DAILY.time().ends(), DAILY.bars(), 0, new WarmUp(0.5, new TreeSet<>()));
    List<EnsembleWeights> records = run(DAILY.withTime(time), -1);
    List<EnsembleWeights> without = run(DAILY, -1);

    EnsembleWeights start = records.get(0);
    assertThat(start.rebalance().decision()).isEqualTo("WARMUP");
    assertThat(start.time()).isEqualTo(ReferenceReturns.read().times()[0]);
    assertThat(start.rebalance().weights()).containsEntry("CASH", 1.0).containsEntry("HOLD", 0.0);
    assertThat(start.target().objective()).isEqualTo("equal");
    assertThat(start.certificate()).isLessThan(1e-10);
    assertThat(records.get(1).rebalance().decision()).isEqualTo("INITIAL");
    assertThat(records.get(1).rebalance().previousWeights()).containsEntry("CASH", 1.0);
    assertThat(records.stream().skip(1).map(EnsembleWeights::target).toList())
        .isEqualTo(without.stream().map(EnsembleWeights::target).toList());
    assertThat(records).hasSize(without.size() + 1);
  }

  @Test
  void promisesLittleAndTradesLittleOnNoise() {
    Random random = new Random(11);
    List<String> ids = List.of("A", "B", "C", "D", "E", "F", "G", "HOLD");
    List<Double> sharpe = new ArrayList<>();
    List<Double> turnover = new ArrayList<>();
    Ensemble ensemble = new Ensemble("demo", DAILY);
    for (int day = 1; day <= 1512; day++) {
      double[] returns = new double[ids.size()];
      for (int k = 0; k < returns.length; k++) {
        returns[k] = 0.005 * random.nextGaussian();
      }
      EnsembleWeights record = ensemble.onBar(bar(ids, day * DAY, returns)).weights();
      if (record != null) {
        sharpe.add(record.risk().sharpeAnnualised());
        turnover.add(record.rebalance().turnover());
      }
    }
    assertThat(median(sharpe)).isLessThan(1);
    assertThat(median(turnover)).isLessThan(0.05);
  }

  @Test
  void runsOnStrategiesAndCashWhereThereIsNoMarket() {
    Random random = new Random(12);
    List<String> ids = List.of("A", "B", "C");
    Ensemble ensemble = new Ensemble("demo", DAILY);
    EnsembleWeights last = null;
    for (int day = 1; day <= 300; day++) {
      double[] returns = new double[3];
      for (int k = 0; k < 3; k++) {
        returns[k] = 0.005 * random.nextGaussian() + 0.001 * k;
      }
      EnsembleWeights record = ensemble.onBar(bar(ids, day * DAY, returns)).weights();
      last = record == null ? last : record;
    }
    assertThat(last.rebalance().weights()).containsOnlyKeys("A", "B", "C", "CASH");
    assertThat(last.rebalance().weights().get("C")).isGreaterThan(0.3);
  }

  @Test
  void cannotDoWithoutCash() {
    assertThatThrownBy(
            () ->
                new EnsembleSettings(
                    DAILY.window(),
                    DAILY.bars(),
                    AllocationSettings.defaults(),
                    DAILY.regime(),
                    DAILY.regimes(),
                    DAILY.gate(),
                    DAILY.resampling(),
                    DAILY.alerts(),
                    DAILY.positions(),
                    DAILY.profile()))
        .hasMessage("the profile evidence must have cash; have none");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
