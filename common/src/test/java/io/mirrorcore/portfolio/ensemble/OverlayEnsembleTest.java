package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.ledger.CostModel;
import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.ledger.SlotRule;
import io.mirrorcore.portfolio.ledger.StrategyReturnsLedger;
import io.mirrorcore.portfolio.ledger.SymbolPositions;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OverlaySkill;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.verify.WeightsProof;
import io.mirrorcore.portfolio.verify.WeightsVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The profile overlay bar by bar, as a portfolio lives it. */
class OverlayEnsembleTest {

  private static final long DAY = 86_400_000;
  private static final int DAYS = 700;
  private static final EnsembleSettings DAILY = EnsembleSettings.overlay(1, 252);
  private static final List<String> IDS = List.of("A", "B", "C", "HOLD");

  /**
   * Three symbols of 10 % volatility a year each and more, and three strategies.
   *
   * @param skill share of the days on which A and B know the next return's sign; C never trades
   */
  private static List<PortfolioBar> market(double skill, double volatility) {
    Random random = new Random(23);
    StrategyReturnsLedger ledger =
        new StrategyReturnsLedger(
            "main",
            IDS,
            new LedgerSettings(
                SlotRule.ALIVE,
                new CostModel(List.of(), 0.0002),
                20,
                60,
                MarketSessions.unknown()));
    double[] closes = {100, 50, 20};
    double[][] next = new double[DAYS + 2][3];
    for (double[] row : next) {
      for (int s = 0; s < 3; s++) {
        row[s] = volatility * random.nextGaussian() + 0.0002;
      }
    }
    List<PortfolioBar> bars = new ArrayList<>();
    for (int day = 1; day <= DAYS; day++) {
      List<SymbolPositions> symbols = new ArrayList<>();
      for (int s = 0; s < 3; s++) {
        closes[s] *= 1 + next[day][s];
        double a =
            random.nextDouble() < skill ? Math.signum(next[day + 1][s]) : 1 - random.nextInt(3);
        double b =
            random.nextDouble() < skill ? Math.signum(next[day + 1][s]) : 1 - random.nextInt(3);
        symbols.add(new SymbolPositions("S" + s, closes[s], new double[] {a, b, 0, 1}));
      }
      bars.add(ledger.onBar(day * DAY, symbols));
    }
    return bars;
  }

  private record Said(
      List<EnsembleWeights> weights,
      List<TargetPositions> positions,
      List<StrategyReturns> returns) {}

  private static Said run(List<PortfolioBar> bars, int saveAt) {
    Ensemble ensemble = new Ensemble("main", DAILY);
    Said said = new Said(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int t = 0; t < bars.size(); t++) {
      ensemble = t == saveAt ? Restored.from(ensemble, new Ensemble("main", DAILY)) : ensemble;
      EnsembleStep step = ensemble.onBar(bars.get(t));
      if (step.weights() != null) {
        said.weights().add(step.weights());
      }
      if (step.positions() != null) {
        said.positions().add(step.positions());
      }
      if (step.returns() != null) {
        said.returns().add(step.returns());
      }
    }
    return said;
  }

  @Test
  void withoutSkillItIsTheMarketAtTenPercentVolatility() {
    Said said = run(market(0, 0.012), -1);

    assertThat(said.weights()).hasSizeGreaterThan(50);
    List<EnsembleWeights> unproven =
        said.weights().stream().filter(r -> r.estimate().overlay().excess() == 0).toList();
    assertThat(unproven).hasSizeGreaterThan(10);
    for (EnsembleWeights record : unproven) {
      double hold = Math.min(1, 0.10 / record.estimate().overlay().marketVolatility());
      assertThat(record.rebalance().weights().get("HOLD")).isCloseTo(hold, within(1e-12));
      assertThat(record.rebalance().weights().get("CASH")).isCloseTo(1 - hold, within(1e-12));
      assertThat(record.rebalance().weights())
          .containsEntry("A", 0.0)
          .containsEntry("B", 0.0)
          .containsEntry("C", 0.0);
    }
  }

  @Test
  void skillIsLaidOverTheMarketInEqualPartsAndNothingIsOnCredit() {
    Said said = run(market(0.6, 0.012), -1);
    EnsembleWeights last = said.weights().get(said.weights().size() - 1);
    Map<String, Double> weights = last.rebalance().weights();
    OverlaySkill skill = last.estimate().overlay();

    assertThat(skill.excess()).isGreaterThan(0.3);
    assertThat(weights.get("A")).isGreaterThan(0.01).isEqualTo(weights.get("C"));
    double u = last.target().weights().get("OVERLAY");
    double a = last.target().weights().get("HOLD");
    assertThat(weights.get("A")).isCloseTo(u / 3, within(1e-15));
    assertThat(weights.get("HOLD")).isCloseTo(a - skill.beta() * u, within(1e-12));
    for (EnsembleWeights record : said.weights()) {
      assertThat(record.certificate()).isLessThan(1e-8);
      assertThat(record.rebalance().weights()).containsOnlyKeys("A", "B", "C", "HOLD", "CASH");
      assertThat(record.rebalance().weights().values()).allMatch(w -> w >= 0 && w <= 1);
      assertThat(record.rebalance().weights().values().stream().mapToDouble(w -> w).sum())
          .isCloseTo(1, within(1e-12));
    }
    assertThat(said.positions()).isNotEmpty().allMatch(p -> p.gross() <= 1 + 1e-12);
  }

  @Test
  void itsWeightsProveThemselvesByTheSleevesOfTheTarget() {
    for (EnsembleWeights record : run(market(0.6, 0.012), -1).weights()) {
      assertThat(WeightsProof.of(record).why()).isEmpty();
      assertThat(WeightsProof.of(record).isProven()).isTrue();
      for (String id : record.rebalance().weights().keySet()) {
        Map<String, Double> changed = AlteredRecord.changed(record.rebalance().weights(), id);
        assertThat(WeightsProof.of(AlteredRecord.withWeights(record, changed)).outcome())
            .as(id)
            .isEqualTo(WeightsVerdict.Outcome.REFUSED);
      }
    }
  }

  @Test
  void partsOfTheSleeveThatAreNotEqualAreRefused() {
    EnsembleWeights applied =
        run(market(0.6, 0.012), -1).weights().stream()
            .filter(r -> r.rebalance().decision().equals("REBALANCED"))
            .filter(r -> r.rebalance().weights().get("A") > 0.01)
            .findFirst()
            .orElseThrow();
    Map<String, Double> unequal = new TreeMap<>(applied.rebalance().weights());
    unequal.merge("A", 0.005, Double::sum);
    unequal.merge("B", -0.005, Double::sum);

    assertThat(WeightsProof.of(AlteredRecord.withWeights(applied, unequal)).why())
        .contains("equal parts");
  }

  @Test
  void inACalmMarketTheMarketIsAllThereIs() {
    Said said = run(market(0.6, 0.003), -1);
    EnsembleWeights last = said.weights().get(said.weights().size() - 1);

    assertThat(last.estimate().overlay().marketVolatility()).isLessThan(0.10);
    assertThat(last.target().weights().get("HOLD")).isEqualTo(1);
    double sum = last.rebalance().weights().values().stream().mapToDouble(w -> w).sum();
    assertThat(sum).isCloseTo(1, within(1e-12));
    assertThat(last.certificate()).isLessThan(1e-8);
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadBeen() {
    List<PortfolioBar> bars = market(0.5, 0.012);
    assertThat(run(bars, 431)).isEqualTo(run(bars, -1));
  }

  @Test
  void whatStrategiesEarnedIsPublishedAsItWas() {
    Said said = run(market(0.5, 0.012), -1);
    assertThat(said.returns()).hasSize(DAYS - 1);
    assertThat(said.returns().get(0).returns()).containsOnlyKeys("A", "B", "C", "HOLD");
  }
}
