package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.estimate.CovarianceMethod;
import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.estimate.MeanMethod;
import io.mirrorcore.optimize.MaxSharpe;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ObjectiveSettings;
import io.mirrorcore.portfolio.settings.WeightLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the objective, estimator and limits: what is published is proven and obeys them. */
class EnsembleObjectivesTest {

  private static final List<String> IDS = List.of("A", "B", "C", "D", "E", "F");
  private static final boolean[] ALL = {true, true, true, true, true, true};
  private static final long DAY = 86_400_000;

  private static PortfolioBar bar(Random random, int day, double drift) {
    double[] returns = new double[IDS.size()];
    double market = 0.008 * random.nextGaussian();
    for (int k = 0; k < returns.length; k++) {
      returns[k] = drift * (k + 1) + 0.5 * market + 0.005 * (k + 1) * random.nextGaussian();
    }
    return new PortfolioBar.OfReturns("demo", day * DAY, IDS, new BarReturns(returns, ALL, market));
  }

  private static List<EnsembleWeights> run(EnsembleSettings settings, double drift) {
    Ensemble ensemble = new Ensemble("demo", settings);
    Random random = new Random(17);
    List<EnsembleWeights> records = new ArrayList<>();
    for (int day = 1; day <= 130; day++) {
      EnsembleWeights record = ensemble.onBar(bar(random, day, drift)).weights();
      if (record != null) {
        records.add(record);
      }
    }
    assertThat(records).hasSizeGreaterThan(5);
    return records;
  }

  private static double sum(Map<String, Double> weights) {
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void provesEveryObjectiveFromItsRecordAlone(Objective objective) {
    EnsembleSettings settings =
        EnsembleSettingsBuilder.daily()
            .objective(new ObjectiveSettings(objective, 0.01, 0.9, Map.of("A", 2.0, "B", 0.5)))
            .build();
    for (EnsembleWeights record : run(settings, 0.0003)) {
      assertThat(record.target().objective()).isEqualTo(objective.id());
      assertThat(record.certificate()).isLessThan(1e-10);
      assertThat(record.certificate()).isCloseTo(record.proof().kktResidual(), within(1e-15));
      assertThat(sum(record.target().weights())).isCloseTo(1, within(1e-12));
      assertThat(sum(record.confidence().resampledWeights())).isCloseTo(1, within(1e-12));
      assertThat(record.target().weights().values())
          .allMatch(w -> w >= 0 && w <= record.target().cap());
    }
  }

  @Test
  void saysWhereNoWeightsHaveAPositiveReturn() {
    EnsembleSettings settings =
        EnsembleSettingsBuilder.daily()
            .objective(new ObjectiveSettings(new MaxSharpe(), 0, 0.95, Map.of()))
            .build();
    assertThat(run(settings, -0.01))
        .allSatisfy(record -> assertThat(record.target().status()).isEqualTo("NO_POSITIVE_RETURN"))
        .allSatisfy(record -> assertThat(record.certificate()).isLessThan(1e-10));
  }

  @Test
  void obeysLimitsOfStrategiesAndGroups() {
    WeightLimits limits =
        new WeightLimits(
            Map.of("F", 0.1),
            Map.of("A", 0.05),
            List.of(new WeightLimits.Group("low", List.of("A", "B", "C"), 0.4)));
    for (EnsembleWeights record :
        run(EnsembleSettingsBuilder.daily().limits(limits, Cash.none()).build(), 0.0003)) {
      Map<String, Double> target = record.target().weights();
      assertThat(target.get("A")).isLessThanOrEqualTo(0.05);
      assertThat(target.get("F")).isGreaterThanOrEqualTo(0.1);
      assertThat(target.get("A") + target.get("B") + target.get("C"))
          .isLessThanOrEqualTo(0.4 + 1e-12);
      assertThat(record.proof().problem().bounds().groups()).hasSize(1);
      assertThat(record.certificate()).isLessThan(1e-10);
    }
  }

  @Test
  void standsAsideInCashWhereStrategiesLose() {
    EnsembleSettings settings =
        EnsembleSettingsBuilder.daily()
            .limits(WeightLimits.none(), new Cash(true, 1, 0.0252))
            .build();
    List<EnsembleWeights> losing = run(settings, -0.003);
    EnsembleWeights last = losing.get(losing.size() - 1);
    assertThat(last.target().weights().get(Cash.ID)).isGreaterThan(0.9);
    assertThat(last.certificate()).isLessThan(1e-10);
    assertThat(last.risk().contributions()).containsKey(Cash.ID);
    assertThat(last.estimate().conditionNumber()).isLessThan(1e6);
    List<EnsembleWeights> gaining = run(settings, 0.002);
    assertThat(gaining.get(gaining.size() - 1).target().weights().get(Cash.ID)).isLessThan(0.5);
  }

  @Test
  void earnsTheRateOfCash() {
    EnsembleSettings settings =
        EnsembleSettingsBuilder.daily()
            .limits(WeightLimits.none(), new Cash(true, 1, 0.252))
            .build();
    Ensemble ensemble = new Ensemble("demo", settings);
    Random random = new Random(3);
    double inCash = 0;
    for (int day = 1; day <= 90; day++) {
      PortfolioBar bar = bar(random, day, -0.01);
      double[] zero = new double[IDS.size()];
      PortfolioBar flat =
          day < 60
              ? bar
              : new PortfolioBar.OfReturns("demo", day * DAY, IDS, new BarReturns(zero, ALL, 0));
      double before = inCash;
      EnsembleWeights record = ensemble.onBar(flat).weights();
      inCash = record == null ? inCash : record.rebalance().weights().get(Cash.ID);
      if (day > 61) {
        assertThat(ensemble.ownReturn()).isCloseTo(before * 0.001, within(1e-15));
      }
    }
    assertThat(inCash).isGreaterThan(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "EWMA, LEDOIT_WOLF",
    "ROLLING, CONSTANT_CORRELATION",
    "SHRINKAGE, OAS",
    "ROLLING, SAMPLE",
    "SHRINKAGE, EWMA"
  })
  void takesEveryEstimator(MeanMethod mean, CovarianceMethod covariance) {
    EnsembleSettings settings =
        EnsembleSettingsBuilder.daily()
            .estimators(new EstimatorSettings(mean, covariance, 0.1, 20))
            .build();
    assertThat(run(settings, 0.0003))
        .allSatisfy(record -> assertThat(record.certificate()).isLessThan(1e-10));
  }

  @Test
  void goesOnTheSameAfterARestoreAtAnyBar() {
    EnsembleSettings settings =
        EnsembleSettingsBuilder.daily().limits(WeightLimits.none(), new Cash(true, 0.5, 0)).build();
    List<EnsembleWeights> undisturbed = run(settings, 0.0003);
    Ensemble ensemble = new Ensemble("demo", settings);
    Random random = new Random(17);
    List<EnsembleWeights> records = new ArrayList<>();
    for (int day = 1; day <= 130; day++) {
      EnsembleWeights record = ensemble.onBar(bar(random, day, 0.0003)).weights();
      records.addAll(record == null ? List.of() : List.of(record));
      ensemble = Restored.from(ensemble, new Ensemble("demo", settings));
    }
    assertThat(records).isEqualTo(undisturbed);
  }
}
