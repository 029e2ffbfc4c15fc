package io.mirrorcore.portfolio;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Decides whether an optimum is worth trading to.
 *
 * <p>In this order: no weights yet, INITIAL; the regime holds, HELD_REGIME; every change below the
 * trade threshold, HELD_SMALL; turnover below its limit or confidence above its own, REBALANCED;
 * else HELD_UNCERTAIN. A gate of only that can lock for ever, since stale weights make every later
 * turnover larger: after {@code partialAfter} HELD_UNCERTAIN in a row the next due time that would
 * hold again moves the allowed turnover along the straight line from the weights in force to the
 * optimum: PARTIAL. Where the weights in force exceed the optimum's cap it moves at least as far as
 * meets it, so that PARTIAL weights always obey the new cap.
 *
 * <p>HELD_REGIME neither adds to the row nor breaks it: the gate was not asked. All other decisions
 * break it.
 */
final class DecisionGate implements Stateful {

  private final GateSettings settings;
  private int heldUncertain;

  /**
   * What is proposed; arrays by strategy.
   *
   * @param inForce weights in force, empty while there are none
   * @param inForceCap that they obey
   * @param target optimum
   * @param targetCap that it obeys
   * @param confidence in it, in [0, 1]
   * @param hold whether the regime forbids to trade
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Proposal(
      double[] inForce,
      double inForceCap,
      double[] target,
      double targetCap,
      double confidence,
      boolean hold) {

    /** sum |target - inForce|; 1, the build-up from cash, where there are no weights yet. */
    double turnover() {
      if (inForce.length == 0) {
        return 1;
      }
      double turnover = 0;
      for (int k = 0; k < target.length; k++) {
        turnover += Math.abs(target[k] - inForce[k]);
      }
      return turnover;
    }

    private double largestChange() {
      double largest = 0;
      for (int k = 0; k < target.length; k++) {
        largest = Math.max(largest, Math.abs(target[k] - inForce[k]));
      }
      return largest;
    }
  }

  /**
   * What was decided.
   *
   * @param decision what is done
   * @param weights in force from now on
   * @param cap that they obey
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Verdict(Decision decision, double[] weights, double cap) {}

  DecisionGate(GateSettings settings) {
    this.settings = settings;
  }

  Verdict decide(Proposal proposal) {
    Decision decision = judge(proposal);
    if (decision == Decision.HELD_UNCERTAIN) {
      heldUncertain++;
    } else if (decision != Decision.HELD_REGIME) {
      heldUncertain = 0;
    }
    return switch (decision) {
      case INITIAL, REBALANCED -> new Verdict(decision, proposal.target(), proposal.targetCap());
      case PARTIAL -> new Verdict(decision, partWay(proposal), proposal.targetCap());
      case HELD_UNCERTAIN, HELD_REGIME, HELD_SMALL ->
          new Verdict(decision, proposal.inForce(), proposal.inForceCap());
    };
  }

  private Decision judge(Proposal proposal) {
    if (proposal.inForce().length == 0) {
      return Decision.INITIAL;
    }
    if (proposal.hold()) {
      return Decision.HELD_REGIME;
    }
    if (proposal.largestChange() < settings.tradeThreshold()) {
      return Decision.HELD_SMALL;
    }
    if (proposal.turnover() < settings.turnoverBelow()
        || proposal.confidence() > settings.confidenceAbove()) {
      return Decision.REBALANCED;
    }
    return heldUncertain >= settings.partialAfter() ? Decision.PARTIAL : Decision.HELD_UNCERTAIN;
  }

  private double[] partWay(Proposal proposal) {
    double step = Math.max(settings.turnoverBelow() / proposal.turnover(), stepToCap(proposal));
    double[] weights = new double[proposal.target().length];
    for (int k = 0; k < weights.length; k++) {
      double from = proposal.inForce()[k];
      weights[k] = from + Math.min(1, step) * (proposal.target()[k] - from);
    }
    return WeightBounds.clean(weights, proposal.targetCap());
  }

  /** Least share of the way after which no weight exceeds the new cap. */
  private static double stepToCap(Proposal proposal) {
    double step = 0;
    for (int k = 0; k < proposal.target().length; k++) {
      double from = proposal.inForce()[k];
      if (from > proposal.targetCap()) {
        double excess = from - proposal.targetCap();
        step = Math.max(step, excess / (from - proposal.target()[k]));
      }
    }
    return step;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(heldUncertain);
  }

  @Override
  public void load(DataInput in) throws IOException {
    heldUncertain = in.readInt();
  }
}
