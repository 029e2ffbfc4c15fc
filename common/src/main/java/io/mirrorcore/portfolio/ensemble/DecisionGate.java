package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.settings.GateSettings;
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
 * optimum, if the confidence is above {@code partialAbove}: PARTIAL. Where the weights in force
 * break the optimum's bounds it moves whatever the confidence, and at least as far as meets them,
 * so that PARTIAL weights always obey the new ones.
 *
 * <p>Changes of what is applied that are too small to trade wait ({@link WholeTrades}): what is not
 * traded is not in force. The first weights are traded whatever their size.
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
   * @param bounds that it obeys
   * @param confidence in it, in [0, 1]
   * @param hold whether the regime forbids to trade
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record Proposal(
      double[] inForce,
      double inForceCap,
      double[] target,
      WeightBounds bounds,
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

    /** Whether what is in force does not obey what the optimum does. */
    private boolean breaksBounds() {
      return bounds.step(inForce, target) > 0;
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

  /**
   * What is held whatever was held before: the first optimum, or what stands in for it.
   *
   * @param decision INITIAL or WARMUP
   */
  Verdict begin(Decision decision, Proposal proposal) {
    heldUncertain = 0;
    return new Verdict(decision, proposal.target(), proposal.bounds().cap());
  }

  Verdict decide(Proposal proposal) {
    Decision decision = judge(proposal);
    if (decision == Decision.HELD_UNCERTAIN) {
      heldUncertain++;
    } else if (decision != Decision.HELD_REGIME) {
      heldUncertain = 0;
    }
    return switch (decision) {
      case INITIAL, WARMUP -> new Verdict(decision, proposal.target(), proposal.bounds().cap());
      case REBALANCED -> new Verdict(decision, whole(proposal), proposal.bounds().cap());
      case PARTIAL -> new Verdict(decision, partWay(proposal), proposal.bounds().cap());
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
        || settings.appliesAll()
        || proposal.confidence() > settings.confidenceAbove()) {
      return Decision.REBALANCED;
    }
    boolean worthPart = settings.isWorthPart(proposal.confidence()) || proposal.breaksBounds();
    return heldUncertain >= settings.partialAfter() && worthPart
        ? Decision.PARTIAL
        : Decision.HELD_UNCERTAIN;
  }

  /** The optimum as far as its changes are worth a trade. */
  private double[] whole(Proposal proposal) {
    return waits() ? trades(proposal, proposal.target()).whole() : proposal.target();
  }

  private boolean waits() {
    return settings.remainders() == GateSettings.Remainders.WAIT && settings.tradeThreshold() > 0;
  }

  private WholeTrades trades(Proposal proposal, double[] target) {
    return new WholeTrades(
        proposal.inForce(), target, proposal.bounds(), settings.tradeThreshold());
  }

  private double[] partWay(Proposal proposal) {
    double[] line = line(proposal);
    if (!waits()) {
      return line;
    }
    return proposal.breaksBounds()
        ? trades(proposal, line).whole()
        : trades(proposal, proposal.target()).part(settings.turnoverBelow(), line);
  }

  private double[] line(Proposal proposal) {
    double[] from = proposal.inForce();
    double[] target = proposal.target();
    double allowed = settings.turnoverBelow() / proposal.turnover();
    double step = Math.min(1, Math.max(allowed, proposal.bounds().step(from, target)));
    double[] weights = new double[target.length];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = from[k] + step * (target[k] - from[k]);
    }
    return proposal.bounds().clean(weights);
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
