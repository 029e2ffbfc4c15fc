package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.ensemble.DecisionGate.Proposal;
import io.mirrorcore.portfolio.ensemble.DecisionGate.Verdict;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.settings.GateSettings;
import io.mirrorcore.portfolio.settings.WeightLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionGateTest {

  private static final double[] OLD = {0.5, 0.3, 0.2};
  private static final double[] FAR = {0.2, 0.3, 0.5};

  private static final List<String> IDS = List.of("A", "B", "C");

  private final DecisionGate gate = new DecisionGate(GateSettings.defaults());

  private static Proposal proposal(double[] target, double confidence, boolean hold) {
    return new Proposal(OLD, 0.5, target, cap(0.5), confidence, hold);
  }

  private static WeightBounds cap(double cap) {
    return WeightBounds.of(WeightLimits.none(), IDS, new int[] {0, 1, 2}, cap);
  }

  private static Proposal uncertain() {
    return proposal(FAR, 0.6, false);
  }

  @Test
  void appliesTheFirstWeightsWhateverTheyAreEvenWhereTheRegimeHolds() {
    Verdict verdict = gate.decide(new Proposal(new double[0], 0, FAR, cap(0.6), 0, true));
    assertThat(verdict.decision()).isEqualTo(Decision.INITIAL);
    assertThat(verdict.weights()).containsExactly(FAR);
    assertThat(verdict.cap()).isEqualTo(0.6);
  }

  @Test
  void rebalancesOnLittleTurnover() {
    Verdict verdict = gate.decide(proposal(new double[] {0.46, 0.3, 0.24}, 0, false));
    assertThat(verdict.decision()).isEqualTo(Decision.REBALANCED);
    assertThat(verdict.weights()).containsExactly(0.46, 0.3, 0.24);
  }

  @Test
  void rebalancesOnMuchConfidence() {
    assertThat(gate.decide(proposal(FAR, 0.81, false)).decision()).isEqualTo(Decision.REBALANCED);
    assertThat(gate.decide(proposal(FAR, 0.8, false)).decision())
        .isEqualTo(Decision.HELD_UNCERTAIN);
  }

  @Test
  void holdsWhereTheRegimeDoes() {
    Verdict verdict = gate.decide(proposal(FAR, 1, true));
    assertThat(verdict.decision()).isEqualTo(Decision.HELD_REGIME);
    assertThat(verdict.weights()).containsExactly(OLD);
  }

  @Test
  void holdsWhereEveryChangeIsSmall() {
    Verdict verdict = gate.decide(proposal(new double[] {0.495, 0.3, 0.205}, 1, false));
    assertThat(verdict.decision()).isEqualTo(Decision.HELD_SMALL);
    assertThat(verdict.weights()).containsExactly(OLD);
  }

  @Test
  void movesTheAllowedTurnoverAtTheThirdDueTimeInUncertainty() {
    assertThat(gate.decide(uncertain()).decision()).isEqualTo(Decision.HELD_UNCERTAIN);
    assertThat(gate.decide(uncertain()).decision()).isEqualTo(Decision.HELD_UNCERTAIN);
    Verdict third = gate.decide(uncertain());
    assertThat(third.decision()).isEqualTo(Decision.PARTIAL);
    // Turnover to the target is 0.6, so a sixth of the way is 0.1.
    assertThat(third.weights()).containsExactly(new double[] {0.45, 0.3, 0.25}, within(1e-15));
    assertThat(gate.decide(uncertain()).decision()).isEqualTo(Decision.HELD_UNCERTAIN);
  }

  @Test
  void movesNoPartOfTheWayWhereLuckWouldDoAsWell() {
    for (int due = 0; due < 5; due++) {
      assertThat(gate.decide(proposal(FAR, 0.5, false)).decision())
          .isEqualTo(Decision.HELD_UNCERTAIN);
    }
    assertThat(gate.decide(proposal(FAR, 0.51, false)).decision()).isEqualTo(Decision.PARTIAL);
    DecisionGate any =
        new DecisionGate(new GateSettings(0.10, 0.8, 0.01, 1, 0, GateSettings.Remainders.APPLY));
    any.decide(proposal(FAR, 0, false));
    assertThat(any.decide(proposal(FAR, 0, false)).decision()).isEqualTo(Decision.PARTIAL);
  }

  @Test
  void movesAtLeastAsFarAsMeetsTheNewCap() {
    Proposal tight = new Proposal(OLD, 0.5, new double[] {0.3, 0.3, 0.4}, cap(0.4), 0.3, false);
    gate.decide(tight);
    Verdict held = gate.decide(tight);
    assertThat(held.cap()).isEqualTo(0.5);
    Verdict partial = gate.decide(tight);
    assertThat(partial.decision()).isEqualTo(Decision.PARTIAL);
    // A turnover of 0.1 would leave 0.45; half the way meets the cap.
    assertThat(partial.weights()).containsExactly(new double[] {0.4, 0.3, 0.3}, within(1e-15));
    assertThat(partial.weights()[0]).isLessThanOrEqualTo(0.4);
    assertThat(partial.cap()).isEqualTo(0.4);
  }

  @Test
  void goesAllTheWayWhereTheTargetItselfIsAtTheCap() {
    double[] atCap = {0.4, 0.2, 0.4};
    Proposal tight = new Proposal(OLD, 0.5, atCap, cap(0.4), 0.3, false);
    gate.decide(tight);
    gate.decide(tight);
    assertThat(gate.decide(tight).weights()).containsExactly(atCap, within(1e-15));
  }

  @Test
  void countsOnlyHoldsInARowAndAHoldingRegimeNeitherWay() {
    gate.decide(uncertain());
    gate.decide(proposal(new double[] {0.495, 0.3, 0.205}, 1, false));
    gate.decide(uncertain());
    gate.decide(proposal(FAR, 0.3, true));
    assertThat(gate.decide(uncertain()).decision()).isEqualTo(Decision.HELD_UNCERTAIN);
    assertThat(gate.decide(uncertain()).decision()).isEqualTo(Decision.PARTIAL);
  }

  @Test
  void remembersItsHoldsOverARestore() {
    gate.decide(uncertain());
    gate.decide(uncertain());
    DecisionGate restored = Restored.from(gate, new DecisionGate(GateSettings.defaults()));
    assertThat(restored.decide(uncertain()).decision()).isEqualTo(Decision.PARTIAL);
  }

  @Test
  void reportsTheTurnoverToTheTarget() {
    assertThat(uncertain().turnover()).isCloseTo(0.6, within(1e-15));
    assertThat(new Proposal(new double[0], 0, FAR, cap(0.5), 0, false).turnover()).isEqualTo(1);
  }

  @Test
  void appliesEveryOptimumWhereNoTurnoverIsTooMuch() {
    DecisionGate open = new DecisionGate(new GateSettings(2, 1, 0, 1));
    Proposal reversed =
        new Proposal(new double[] {1, 0, 0}, 1, new double[] {0, 0, 1}, cap(1), 0, false);
    assertThat(reversed.turnover()).isEqualTo(2);
    assertThat(open.decide(reversed).decision()).isEqualTo(Decision.REBALANCED);
  }

  @Test
  void movesAtLeastAsFarAsMeetsTheCapOfAGroup() {
    WeightLimits limits =
        new WeightLimits(
            Map.of(), Map.of(), List.of(new WeightLimits.Group("ab", List.of("A", "B"), 0.6)));
    WeightBounds bounds = WeightBounds.of(limits, IDS, new int[] {0, 1, 2}, 0.5);
    Proposal grouped = new Proposal(OLD, 0.5, new double[] {0.1, 0.4, 0.5}, bounds, 0.3, false);
    gate.decide(grouped);
    gate.decide(grouped);
    Verdict partial = gate.decide(grouped);
    // From 0.8 to 0.5 of the group: two thirds of the way meet 0.6; a turnover of 0.1 would not.
    assertThat(partial.decision()).isEqualTo(Decision.PARTIAL);
    assertThat(partial.weights()[0] + partial.weights()[1]).isCloseTo(0.6, within(1e-15));
  }
}
