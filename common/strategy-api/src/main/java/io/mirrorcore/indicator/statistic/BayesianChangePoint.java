package io.mirrorcore.indicator.statistic;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.commons.math3.special.Gamma;

/**
 * Bayesian online change-point detection: the posterior of the run length r, the number of inputs x
 * since the distribution of a series last changed.
 *
 * <pre>
 *   P(r_t = r + 1, x_1..t) = P(r_(t-1) = r, x_1..t-1) p_r(x_t) (1 - hazard)
 *   P(r_t = 0,     x_1..t) = sum_r P(r_(t-1) = r, x_1..t-1) p_r(x_t) hazard
 *   p_r: Student t, 2 alpha_r degrees of freedom, location m_r,
 *        squared scale beta_r (kappa_r + 1) / (alpha_r kappa_r)
 *   kappa_r = kappa_0 + r,  alpha_r = alpha_0 + r / 2
 *   m_(r+1) = (kappa_r m_r + x) / (kappa_r + 1),  beta_(r+1) = beta_r (1 + z)
 *   z = kappa_r (x - m_r)^2 / (2 beta_r (kappa_r + 1))
 * </pre>
 *
 * <p>Source: R. P. Adams and D. J. C. MacKay, "Bayesian online changepoint detection" (2007),
 * algorithm 1, with the Normal-Inverse-Gamma prior (K. P. Murphy, 2007, section 3.5). Departures:
 *
 * <ul>
 *   <li>The prior of a run that begins now is m_0 = 0, kappa_0 = alpha_0 = 1 and beta_0 = s^2, with
 *       s^2 the exponentially weighted mean square of the inputs so far, half-life {@code runCap}:
 *       the paper's unit prior in the series' own units. With a fixed beta_0 a bar's return of
 *       0.0001 and one of 0.02 would need different settings, and a series that begins calmly would
 *       judge everything later by it. In s^2 an input counts for at most 5 s, so that one bad price
 *       does not blind it for thousands of bars; an input of 0 is no move and has no size.
 *   <li>Run lengths end at {@code runCap}, which stands for "this long or longer": the probability
 *       of longer runs is added there, and its statistics are of the last {@code runCap} inputs.
 * </ul>
 *
 * <p>The first input that is not 0 gives only the scale, and before it there is no run. O(runCap)
 * per input, one logarithm and one exponential a run; deterministic to the last bit ({@link
 * StrictMath}).
 */
public final class BayesianChangePoint implements Stateful {

  private static final double PRIOR_KAPPA = 1;
  private static final double PRIOR_ALPHA = 1;

  /** Square of the deviations that an input counts for at most in the scale. */
  private static final double LARGEST_SQUARE = 25;

  private final double hazard;
  private final double decay;

  /** Per run length: ln Gamma(alpha + 1/2) - ln Gamma(alpha) - ln(2 pi (kappa + 1) / kappa) / 2. */
  private final double[] constant;

  /** Per run length: posterior probability, location m and beta of its predictive. */
  private final double[] probability;

  private final double[] location;
  private final double[] beta;

  /** ln beta and ln p_r: scratch, the first kept because each logarithm is needed twice. */
  private final double[] logBeta;

  private final double[] logDensity;

  private double scaleWeight;
  private double meanSquare;
  private int runs;

  /**
   * @param hazard probability that a run ends at any one input, in (0, 1)
   * @param runCap longest run told apart, at least 1
   */
  public BayesianChangePoint(double hazard, int runCap) {
    if (!(hazard > 0 && hazard < 1)) {
      throw new IllegalArgumentException("hazard must be in (0, 1); have " + hazard);
    }
    if (runCap < 1) {
      throw new IllegalArgumentException("runCap must be at least 1; have " + runCap);
    }
    this.hazard = hazard;
    decay = StrictMath.pow(0.5, 1.0 / runCap);
    constant = new double[runCap + 1];
    probability = new double[runCap + 1];
    location = new double[runCap + 1];
    beta = new double[runCap + 1];
    logBeta = new double[runCap + 1];
    logDensity = new double[runCap + 1];
    for (int r = 0; r <= runCap; r++) {
      constant[r] =
          Gamma.logGamma(alpha(r) + 0.5)
              - Gamma.logGamma(alpha(r))
              - 0.5 * StrictMath.log(2 * Math.PI * (kappa(r) + 1) / kappa(r));
    }
  }

  private static double kappa(int run) {
    return PRIOR_KAPPA + run;
  }

  private static double alpha(int run) {
    return PRIOR_ALPHA + 0.5 * run;
  }

  public void add(double input) {
    if (runs > 0) {
      weigh(input);
      grow();
    }
    if (input != 0) {
      rescale(input * input);
    }
    if (meanSquare > 0) {
      begin();
    }
  }

  /** Turns each run's probability into its joint one with the input, and takes the input in. */
  private void weigh(double input) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < runs; r++) {
      double before = logBeta[r];
      learn(r, input);
      logDensity[r] = constant[r] + alpha(r) * before - (alpha(r) + 0.5) * logBeta[r];
      if (probability[r] > 0) {
        highest = Math.max(highest, logDensity[r]);
      }
    }
    double sum = 0;
    for (int r = 0; r < runs; r++) {
      // A run that has died out must not come back as 0 * infinity.
      double likelihood = StrictMath.exp(Math.min(0, logDensity[r] - highest));
      probability[r] *= likelihood;
      sum += probability[r];
    }
    for (int r = 0; r < runs; r++) {
      probability[r] /= sum;
    }
  }

  private void learn(int r, double input) {
    double kappa = kappa(r);
    double away = input - location[r];
    beta[r] += 0.5 * kappa / (kappa + 1) * away * away;
    logBeta[r] = StrictMath.log(beta[r]);
    location[r] += away / (kappa + 1);
  }

  /** Makes every run one longer, and joins the two longest where the cap is reached. */
  private void grow() {
    int cap = probability.length - 1;
    double beyond = runs > cap ? probability[cap] : 0;
    int moved = Math.min(runs, cap);
    for (int r = moved; r > 0; r--) {
      probability[r] = probability[r - 1] * (1 - hazard);
    }
    probability[moved] += beyond * (1 - hazard);
    System.arraycopy(location, 0, location, 1, moved);
    System.arraycopy(beta, 0, beta, 1, moved);
    System.arraycopy(logBeta, 0, logBeta, 1, moved);
  }

  private void rescale(double square) {
    double counted = scaleWeight > 0 ? Math.min(square, LARGEST_SQUARE * meanSquare) : square;
    scaleWeight = 1 + decay * scaleWeight;
    meanSquare += (counted - meanSquare) / scaleWeight;
  }

  private void begin() {
    probability[0] = runs > 0 ? hazard : 1;
    location[0] = 0;
    beta[0] = PRIOR_ALPHA * meanSquare;
    logBeta[0] = StrictMath.log(beta[0]);
    runs = Math.min(runs + 1, probability.length);
  }

  /** P(run length &lt;= {@code longest}), in [0, 1]; 0 before there is a run. */
  public double probabilityOfRunUpTo(int longest) {
    double sum = 0;
    for (int r = 0; r < runs && r <= longest; r++) {
      sum += probability[r];
    }
    return Math.min(1, sum);
  }

  /** The most probable run length, in [0, runCap]; the shortest of equally probable ones. */
  public int mostProbableRun() {
    return mostProbableRunUpTo(runs);
  }

  /** The most probable of the run lengths 0 to {@code longest}. */
  public int mostProbableRunUpTo(int longest) {
    int best = 0;
    for (int r = 1; r < runs && r <= longest; r++) {
      if (probability[r] > probability[best]) {
        best = r;
      }
    }
    return best;
  }

  /**
   * m of the hypothesis that the run is this long.
   *
   * @param run in [0, runCap], of which there must be as many inputs
   */
  public double mean(int run) {
    return location[run];
  }

  /** Square root of beta / alpha of that hypothesis: the deviation that it expects. */
  public double deviation(int run) {
    return Math.sqrt(beta[run] / alpha(run));
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(scaleWeight);
    out.writeDouble(meanSquare);
    out.writeInt(runs);
    for (int r = 0; r < runs; r++) {
      out.writeDouble(probability[r]);
      out.writeDouble(location[r]);
      out.writeDouble(beta[r]);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    scaleWeight = in.readDouble();
    meanSquare = in.readDouble();
    runs = in.readInt();
    for (int r = 0; r < runs; r++) {
      probability[r] = in.readDouble();
      location[r] = in.readDouble();
      beta[r] = in.readDouble();
      logBeta[r] = StrictMath.log(beta[r]);
    }
  }
}
