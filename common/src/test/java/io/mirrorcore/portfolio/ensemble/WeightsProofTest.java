package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.optimize.MaxSharpe;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OptimalityProof;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.record.WeightTrade;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ObjectiveSettings;
import io.mirrorcore.portfolio.settings.WeightLimits;
import io.mirrorcore.portfolio.verify.WeightsProof;
import io.mirrorcore.portfolio.verify.WeightsVerdict.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ensemble publishes proves itself, and nothing that was changed by 1e-6 does. */
class WeightsProofTest {

  private static final List<String> IDS = List.of("A", "B", "C", "D", "E", "F");
  private static final boolean[] ALL = {true, true, true, true, true, true};
  private static final long DAY = 86_400_000;

  private static List<EnsembleWeights> records(EnsembleSettings settings, double drift) {
    Ensemble ensemble = new Ensemble("demo", settings);
    Random random = new Random(23);
    List<EnsembleWeights> records = new ArrayList<>();
    for (int day = 1; day <= 200; day++) {
      double[] returns = new double[IDS.size()];
      double market = 0.008 * random.nextGaussian();
      for (int k = 0; k < returns.length; k++) {
        returns[k] = drift * (k + 1) + 0.5 * market + 0.005 * (k + 1) * random.nextGaussian();
      }
      EnsembleWeights record =
          ensemble
              .onBar(
                  new PortfolioBar.OfReturns(
                      "demo", day * DAY, IDS, new BarReturns(returns, ALL, market)))
              .weights();
      if (record != null) {
        records.add(record);
      }
    }
    assertThat(records).hasSizeGreaterThan(10);
    return records;
  }

  private static void provesAndRefuses(List<EnsembleWeights> records) {
    for (EnsembleWeights record : records) {
      assertThat(WeightsProof.of(record).why()).isEmpty();
      assertThat(WeightsProof.of(record).isProven()).isTrue();
      for (String id : record.rebalance().weights().keySet()) {
        refused(
            AlteredRecord.withWeights(
                record, AlteredRecord.changed(record.rebalance().weights(), id)));
      }
      for (String id : record.target().weights().keySet()) {
        refused(
            AlteredRecord.withTarget(record, AlteredRecord.changed(record.target().weights(), id)));
      }
      for (String id : record.rebalance().previousWeights().keySet()) {
        refused(
            AlteredRecord.withPrevious(
                record, AlteredRecord.changed(record.rebalance().previousWeights(), id)));
      }
    }
  }

  private static void refused(EnsembleWeights record) {
    assertThat(WeightsProof.of(record).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(WeightsProof.of(record).why()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.mirrorcore.optimize.Objective#all")
  void holdsForEveryObjective(Objective objective) {
    provesAndRefuses(
        records(
            EnsembleSettingsBuilder.daily()
                .objective(new ObjectiveSettings(objective, 0.01, 0.9, Map.of("A", 2.0)))
                .build(),
            0.0003));
  }

  @Test
  void holdsWhereNoWeightsHaveAPositiveReturn() {
    provesAndRefuses(
        records(
            EnsembleSettingsBuilder.daily()
                .objective(new ObjectiveSettings(new MaxSharpe(), 0, 0.95, Map.of()))
                .build(),
            -0.01));
  }

  @Test
  void holdsWithGroupsAndLimits() {
    WeightLimits limits =
        new WeightLimits(
            Map.of("F", 0.1),
            Map.of("A", 0.05),
            List.of(new WeightLimits.Group("low", List.of("A", "B", "C"), 0.4)));
    provesAndRefuses(
        records(EnsembleSettingsBuilder.daily().limits(limits, Cash.none()).build(), 0.0003));
  }

  @Test
  void holdsWithCashAndForDecisionsOfEveryKind() {
    Set<String> decisions = new HashSet<>();
    for (double drift : new double[] {-0.003, 0.0003, 0.002}) {
      for (Objective objective :
          List.of(new MaxSharpe(), Objective.of("mean-variance").orElseThrow())) {
        boolean cash = objective.id().equals("mean-variance");
        List<EnsembleWeights> records =
            records(
                EnsembleSettingsBuilder.daily()
                    .objective(new ObjectiveSettings(objective, 0, 0.95, Map.of()))
                    .limits(WeightLimits.none(), cash ? new Cash(true, 1, 0.0252) : Cash.none())
                    .build(),
                drift);
        provesAndRefuses(records);
        records.forEach(record -> decisions.add(record.rebalance().decision()));
      }
    }
    assertThat(decisions)
        .contains("INITIAL", "REBALANCED", "HELD_SMALL", "HELD_UNCERTAIN", "PARTIAL");
  }

  @Test
  void saysByNameWhatARecordLacks() {
    EnsembleWeights record = records(EnsembleSettingsBuilder.daily().build(), 0.0003).get(0);
    OptimalityProof p = record.proof();
    EnsembleWeights bare =
        AlteredRecord.with(
            record,
            record.rebalance(),
            record.target(),
            new OptimalityProof(
                p.kktResidual(),
                p.budgetMultiplier(),
                p.bindingLower(),
                p.bindingUpper(),
                p.iterations(),
                null));
    assertThat(WeightsProof.of(bare).outcome()).isEqualTo(Outcome.UNPROVEN);
    assertThat(WeightsProof.of(bare).why()).isEqualTo("the record carries no problem");
  }

  @Test
  void believesNoResidualThatIsOnlyStated() {
    EnsembleWeights record = records(EnsembleSettingsBuilder.daily().build(), 0.0003).get(3);
    OptimalityProof p = record.proof();
    EnsembleWeights boasting =
        AlteredRecord.with(
            record,
            record.rebalance(),
            record.target(),
            new OptimalityProof(
                0.5, p.budgetMultiplier(), p.bindingLower(), p.bindingUpper(), 1, p.problem()));
    assertThat(WeightsProof.of(boasting).why()).contains("kktResidual must be that of the target");
  }

  @Test
  void letsWaitWhatIsTooSmallToTradeWhereTheTradesSaySo() {
    EnsembleWeights record =
        records(EnsembleSettingsBuilder.daily().build(), 0.0003).stream()
            .filter(r -> r.rebalance().decision().equals("REBALANCED"))
            .findFirst()
            .orElseThrow();
    Map<String, Double> before = record.rebalance().previousWeights();
    Map<String, Double> target = record.target().weights();
    String buy = mostOf(1, before, target);
    String sell = mostOf(-1, before, target);
    double amount =
        0.5 * Math.min(target.get(buy) - before.get(buy), before.get(sell) - target.get(sell));
    TreeMap<String, Double> now = new TreeMap<>(before);
    now.merge(buy, amount, Double::sum);
    now.merge(sell, -amount, Double::sum);
    List<WeightTrade> trades =
        List.of(
            new WeightTrade(buy, before.get(buy), now.get(buy)),
            new WeightTrade(sell, before.get(sell), now.get(sell)));

    assertThat(WeightsProof.of(traded(record, now, trades)).why()).isEmpty();
    refused(traded(record, now, trades.subList(0, 1)));
    TreeMap<String, Double> away = new TreeMap<>(before);
    away.merge(buy, -amount, Double::sum);
    away.merge(sell, amount, Double::sum);
    refused(
        traded(
            record,
            away,
            List.of(
                new WeightTrade(buy, before.get(buy), away.get(buy)),
                new WeightTrade(sell, before.get(sell), away.get(sell)))));
  }

  /** The strategy whose weight the target changes most in a direction. */
  private static String mostOf(int sign, Map<String, Double> before, Map<String, Double> target) {
    return IDS.stream()
        .max(Comparator.comparingDouble(id -> sign * (target.get(id) - before.get(id))))
        .orElseThrow();
  }

  private static EnsembleWeights traded(
      EnsembleWeights r, Map<String, Double> weights, List<WeightTrade> trades) {
    Rebalance b = r.rebalance();
    return AlteredRecord.with(
        r,
        new Rebalance(b.decision(), weights, b.cap(), b.previousWeights(), trades, b.turnover()),
        r.target(),
        r.proof());
  }
}
