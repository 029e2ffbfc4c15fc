package io.mirrorcore.optimize.quadratic;

import io.mirrorcore.optimize.linear.LinearProgramme;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.PrimalDualPoint;
import io.mirrorcore.optimize.proof.Gradient;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The primal active-set method (Nocedal &amp; Wright 2006, algorithm 16.3) for a mean-variance
 * problem with group caps: feasible from the first vertex on, the objective never falling, one
 * constraint added or dropped at a time, so that those in force stay independent. After a step of
 * length zero the smallest index goes first (Bland), so that it ends. It is the counterpart of
 * {@link PrimalActiveSet}, which knows budget and box only; {@link ReducedSpace} has the algebra.
 * It is slower, but only asked where a group binds.
 */
final class GroupActiveSet {

  /** Multipliers of the wrong sign by less, relative to the gradient, are zero. */
  private static final double SIGN = 1e-13;

  /** A rate of change this small, relative to the step, is rounding. */
  private static final double ROUNDING = 1e-14;

  /** A group this near to its cap is on it but for rounding. */
  private static final double ON = 1e-14;

  /** Groups whose rows are less independent than this are not held together. */
  private static final double INDEPENDENT = 1e-9;

  private static final int REFINEMENTS = 4;

  /** A residual this small needs no better multipliers. */
  private static final double FINE = 1e-14;

  private final MeanVarianceProblem p;
  private final List<GroupCap> groups;
  private final int n;
  private final double[] w;
  private final byte[] side;
  private final boolean[] binds;

  /** Groups whose cap the held constraints imply, until one of these is released. */
  private final boolean[] implied;

  private Gradient gradient;
  private int[] free;
  private int[] binding;
  private ReducedSpace space;
  private boolean stationary;
  private boolean blandsRule;
  private int rounds;

  /**
   * @param start feasible weights, best a vertex
   */
  GroupActiveSet(MeanVarianceProblem p, List<GroupCap> groups, double[] start) {
    this.p = p;
    this.groups = groups;
    n = p.size();
    w = start.clone();
    side = new byte[n];
    binds = new boolean[groups.size()];
    implied = new boolean[binds.length];
  }

  /** The optimum and its multipliers. */
  PrimalDualPoint solve() {
    hold();
    int limit = 200 + 50 * (n + binds.length);
    prepare();
    while (rounds++ < limit) {
      evaluate();
      if (!stationary) {
        advance();
      } else if (!release()) {
        break;
      }
    }
    return refined();
  }

  /**
   * Holds the constraints that the start is at, but leaves at least one weight free and holds only
   * groups that are independent of the others.
   */
  private void hold() {
    for (int i = 0; i < n; i++) {
      side[i] =
          w[i] == p.lower()[i]
              ? Iterate.LOWER
              : w[i] == p.upper()[i] ? Iterate.UPPER : Iterate.FREE;
    }
    if (IntStream.range(0, n).noneMatch(i -> side[i] == Iterate.FREE)) {
      side[IntStream.range(0, n).filter(p.box()::canMove).findFirst().orElse(0)] = Iterate.FREE;
    }
    for (int g = 0; g < binds.length; g++) {
      binds[g] = slack(g) <= ON * Math.max(1, Math.abs(groups.get(g).cap()));
      prepare();
      if (binds[g] && !isIndependent()) {
        binds[g] = false;
        prepare();
      }
    }
  }

  private boolean isIndependent() {
    return binding.length + 1 <= free.length && space.independence() >= INDEPENDENT;
  }

  private double slack(int g) {
    return groups.get(g).slack(w);
  }

  private void prepare() {
    free = IntStream.range(0, n).filter(i -> side[i] == Iterate.FREE).toArray();
    binding = IntStream.range(0, binds.length).filter(g -> binds[g]).toArray();
    if (binding.length + 1 > free.length) {
      return;
    }
    double[][] h = new double[free.length][free.length];
    for (int a = 0; a < free.length; a++) {
      for (int b = 0; b < free.length; b++) {
        double risk = p.lambda() * p.sigma()[free[a] * n + free[b]];
        h[a][b] = a == b ? risk + 2 * p.eta(free[a]) : risk;
      }
    }
    double[][] rows = new double[1 + binding.length][free.length];
    Arrays.fill(rows[0], 1);
    for (int k = 0; k < binding.length; k++) {
      for (int a = 0; a < free.length; a++) {
        rows[1 + k][a] = isMember(binding[k], free[a]) ? 1 : 0;
      }
    }
    space = new ReducedSpace(h, rows);
  }

  private void evaluate() {
    gradient = MeanVarianceCertificate.gradient(p, w);
  }

  private double[] freeGradient() {
    return Arrays.stream(free).mapToDouble(i -> gradient.values()[i]).toArray();
  }

  /** To the best point under the held constraints, or to the first other constraint on the way. */
  private void advance() {
    double[] step = new double[free.length];
    double[] whole = new double[n];
    boolean newton = space.step(freeGradient(), SIGN * gradient.size(), step);
    for (int k = 0; k < free.length; k++) {
      whole[free[k]] = step[k];
    }
    double size = Arrays.stream(step).map(Math::abs).max().orElse(0);
    double allowed = newton ? 1 : lengthOfRay(whole);
    int blocking = -1;
    for (int c = 0; c < n + binds.length; c++) {
      double length = c < n ? lengthToBound(c, whole, size) : lengthToCap(c - n, whole, size);
      if (length < allowed) {
        allowed = length;
        blocking = c;
      }
    }
    if (allowed < Double.POSITIVE_INFINITY) {
      move(whole, allowed);
    }
    stationary = blocking < 0;
    blandsRule = allowed == 0;
    if (blocking >= 0) {
      hold(blocking, whole);
      prepare();
      if (blocking >= n && !isIndependent()) {
        binds[blocking - n] = false;
        implied[blocking - n] = true;
        prepare();
      }
    }
  }

  private double lengthOfRay(double[] step) {
    double slope = 0;
    double curvature = 0;
    for (int i = 0; i < n; i++) {
      slope += gradient.values()[i] * step[i];
      curvature += 2 * p.eta(i) * step[i] * step[i];
      for (int j = 0; j < n; j++) {
        curvature += p.lambda() * step[i] * p.sigma()[i * n + j] * step[j];
      }
    }
    return curvature > 0 ? slope / curvature : Double.POSITIVE_INFINITY;
  }

  private double lengthToBound(int i, double[] step, double size) {
    if (side[i] != Iterate.FREE || Math.abs(step[i]) <= ROUNDING * size) {
      return Double.POSITIVE_INFINITY;
    }
    double bound = step[i] < 0 ? p.lower()[i] : p.upper()[i];
    return Math.max(0, (bound - w[i]) / step[i]);
  }

  private double lengthToCap(int g, double[] step, double size) {
    double rate = groups.get(g).weight(step);
    boolean isRounding = rate <= ROUNDING * size * groups.get(g).members().length;
    return binds[g] || implied[g] || isRounding
        ? Double.POSITIVE_INFINITY
        : Math.max(0, slack(g) / rate);
  }

  private void move(double[] step, double length) {
    for (int i : free) {
      double moved = w[i] + length * step[i];
      w[i] = Math.max(p.lower()[i], Math.min(p.upper()[i], moved));
    }
  }

  private void hold(int constraint, double[] step) {
    if (constraint >= n) {
      binds[constraint - n] = true;
    } else {
      boolean falls = step[constraint] < 0;
      side[constraint] = falls ? Iterate.LOWER : Iterate.UPPER;
      w[constraint] = falls ? p.lower()[constraint] : p.upper()[constraint];
    }
  }

  /**
   * Drops the constraint whose multiplier has the wrong sign by most; false when all have the right
   * one: the optimum.
   */
  private boolean release() {
    double[] multipliers = space.multipliers(freeGradient());
    double[] reduced = gradient.minus(groups, groupMultipliers(multipliers)).values();
    double best = SIGN * gradient.size();
    int chosen = -1;
    for (int c = 0; c < n + binds.length; c++) {
      double gain = c < n ? gain(c, reduced[c] - multipliers[0]) : 0;
      if (c >= n && binds[c - n]) {
        gain = -groupMultipliers(multipliers)[c - n];
      }
      if (gain > best) {
        best = blandsRule ? Double.POSITIVE_INFINITY : gain;
        chosen = c;
      }
    }
    if (chosen >= n) {
      binds[chosen - n] = false;
    } else if (chosen >= 0) {
      side[chosen] = Iterate.FREE;
    }
    if (chosen >= 0) {
      prepare();
      stationary = false;
      Arrays.fill(implied, false);
    }
    return chosen >= 0;
  }

  /**
   * The multiplier of the bound that strategy i is held at, positive where it has the wrong sign.
   */
  private double gain(int i, double reducedGradient) {
    if (side[i] == Iterate.FREE || !p.box().canMove(i)) {
      return 0;
    }
    return side[i] == Iterate.LOWER ? reducedGradient : -reducedGradient;
  }

  private double[] groupMultipliers(double[] multipliers) {
    double[] y = new double[binds.length];
    for (int k = 0; k < binding.length; k++) {
      y[binding[k]] = multipliers[1 + k];
    }
    return y;
  }

  private boolean isMember(int group, int strategy) {
    return Arrays.stream(groups.get(group).members()).anyMatch(i -> i == strategy);
  }

  /** Once more Newton's step from where the search ended, as long as it proves more. */
  private PrimalDualPoint refined() {
    PrimalDualPoint best = point();
    double least = residual(best);
    for (int k = 0; k < REFINEMENTS && least > FINE; k++) {
      double[] step = new double[free.length];
      evaluate();
      if (space.step(freeGradient(), SIGN * gradient.size(), step)) {
        add(step);
      }
      add(space.correction(primalResiduals()));
      add(space.correction(primalResiduals()));
      PrimalDualPoint finer = point();
      double residual = residual(finer);
      best = residual < least ? finer : best;
      least = Math.min(least, residual);
    }
    return best;
  }

  /** By how much rounding makes the weights miss the budget and each binding cap. */
  private double[] primalResiduals() {
    double[] residuals = new double[1 + binding.length];
    residuals[0] = 1 - Arrays.stream(w).sum();
    for (int k = 0; k < binding.length; k++) {
      residuals[1 + k] = slack(binding[k]);
    }
    return residuals;
  }

  private void add(double[] step) {
    for (int k = 0; k < free.length; k++) {
      w[free[k]] += step[k];
    }
  }

  /** Weights within their bounds, with whichever multipliers prove more. */
  private PrimalDualPoint point() {
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = p.box().snapped(w[i], i);
    }
    evaluate();
    double[] y = groupMultipliers(space.multipliers(freeGradient()));
    double[] positive = Arrays.stream(y).map(multiplier -> Math.max(0, multiplier)).toArray();
    double nu = MeanVarianceCertificate.budgetMultiplier(p, groups, positive, weights);
    PrimalDualPoint own = PrimalDualPoint.of(weights, nu, positive, rounds);
    if (residual(own) <= FINE) {
      return own;
    }
    // The linear programme that the gradient poses has these weights and all multipliers they need.
    PrimalDualPoint vertex =
        LinearProgramme.largestGain(gradient.values(), p.box(), groups).orElseThrow();
    PrimalDualPoint posed =
        PrimalDualPoint.of(weights, vertex.budgetMultiplier(), vertex.groupMultipliers(), rounds);
    return residual(posed) < residual(own) ? posed : own;
  }

  private double residual(PrimalDualPoint point) {
    return MeanVarianceCertificate.residual(p, groups, point);
  }
}
