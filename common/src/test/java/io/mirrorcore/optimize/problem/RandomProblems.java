package io.mirrorcore.optimize.problem;

import java.util.Arrays;
import java.util.Random;

/** Problems of every kind that has broken a solver, from one seed. */
public final class RandomProblems {

  /** The kinds, easy ones first. */
  public enum Kind {
    REGULAR,
    MIN_VARIANCE,
    SINGULAR_SIGMA_WITH_PENALTY,
    TIGHT_CAP,
    CAP_OF_ONE_NTH,
    PREVIOUS_OUTSIDE_THE_BOX,
    ODD_BOXES,
    TIES,
    WILD_VARIANCES,
    SINGULAR_SIGMA,
    TWINS,
    LINEAR,
    FLAT,
    RANK_ONE,
    ZERO_SIGMA,
    ZERO_STRATEGY;

    /** One optimum only, and well enough determined for weights to be compared. */
    public boolean isStrictlyConvex() {
      return compareTo(WILD_VARIANCES) < 0;
    }
  }

  private final Random random;

  public RandomProblems(long seed) {
    random = new Random(seed);
  }

  public MeanVarianceProblem next(Kind kind) {
    return next(kind, 1 + random.nextInt(25));
  }

  public MeanVarianceProblem next(Kind kind, int n) {
    double[] mu = gaussians(n, 0.002);
    double[] prev = simplex(n);
    double lambda = 50 + 250 * random.nextDouble();
    double eta = 0.01 + 0.1 * random.nextDouble();
    double cap = 1.0 / n + (1 - 1.0 / n) * random.nextDouble();
    double[] full = sigma(n, n + 5);
    double[] singular = sigma(n, 1 + random.nextInt(n));
    return switch (kind) {
      case REGULAR -> capped(mu, full, lambda, eta, cap, prev);
      case MIN_VARIANCE -> capped(new double[n], full, 1, 0, cap, prev);
      case SINGULAR_SIGMA_WITH_PENALTY -> capped(mu, singular, lambda, eta, cap, prev);
      case TIGHT_CAP -> capped(mu, full, 0.1 * lambda, 0.001 * eta, 1.2 / n, prev);
      case CAP_OF_ONE_NTH -> capped(mu, full, lambda, eta, 1.0 / n, prev);
      case PREVIOUS_OUTSIDE_THE_BOX -> capped(mu, full, lambda, eta, cap, gaussians(n, 3));
      case ODD_BOXES -> oddBoxes(mu, full, lambda, eta);
      case TIES -> ties(n, 0.5, eta);
      case WILD_VARIANCES -> capped(mu, wild(full, n), lambda, 0, cap, prev);
      case SINGULAR_SIGMA -> capped(mu, singular, lambda, 0, cap, prev);
      case TWINS -> capped(twins(mu), twinSigma(full, n), lambda, 0, cap, prev);
      case LINEAR -> capped(mu, full, 0, 0, cap, prev);
      case FLAT -> ties(n, 0, 0);
      case RANK_ONE -> capped(mu, sigma(n, 1), lambda, 0, cap, prev);
      case ZERO_SIGMA -> capped(mu, new double[n * n], lambda, 0, cap, prev);
      case ZERO_STRATEGY -> zeroStrategy(mu, full, lambda, cap, prev);
    };
  }

  /** The same problem in another unit of the objective: the weights do not change. */
  public static MeanVarianceProblem scaled(MeanVarianceProblem p, double factor) {
    double[] mu = p.mu().clone();
    double[] sigma = p.sigma().clone();
    for (int i = 0; i < mu.length; i++) {
      mu[i] *= factor;
    }
    for (int k = 0; k < sigma.length; k++) {
      sigma[k] *= factor;
    }
    return new MeanVarianceProblem(
        new Moments(mu, sigma),
        new Penalties(p.lambda(), factor * p.eta(), p.previous()),
        new Box(p.lower(), p.upper()));
  }

  private static MeanVarianceProblem capped(
      double[] mu, double[] sigma, double lambda, double eta, double cap, double[] previous) {
    return MeanVarianceProblem.withCap(
        new Moments(mu, sigma), new Penalties(lambda, eta, previous), cap);
  }

  /** Short positions, some strategies fixed, some nearly so; feasible by construction. */
  private MeanVarianceProblem oddBoxes(double[] mu, double[] sigma, double lambda, double eta) {
    double[] inside = simplex(mu.length);
    double[] lower = new double[mu.length];
    double[] upper = new double[mu.length];
    for (int i = 0; i < mu.length; i++) {
      double width = random.nextInt(4) == 0 ? 0 : 0.3 * random.nextDouble();
      double share = random.nextInt(3) / 2.0;
      lower[i] = inside[i] - share * width;
      upper[i] = inside[i] + (1 - share) * width;
    }
    return new MeanVarianceProblem(
        new Moments(mu, sigma), new Penalties(lambda, eta, inside), new Box(lower, upper));
  }

  /** Few distinct numbers, all of them round, and bounds that are met together. */
  private MeanVarianceProblem ties(int n, double lambda, double eta) {
    double[] mu = new double[n];
    double[] sigma = new double[n * n];
    for (int i = 0; i < n; i++) {
      mu[i] = random.nextInt(3) / 4.0;
      sigma[i * n + i] = 0.25 * (1 + random.nextInt(2));
    }
    double cap = 1.0 / (1 + random.nextInt(n));
    double[] previous = new double[n];
    Arrays.fill(previous, 1.0 / n);
    return capped(mu, sigma, lambda, eta, cap, previous);
  }

  /** One of them returns 0 at every bar, as CASH does. */
  private MeanVarianceProblem zeroStrategy(
      double[] mu, double[] sigma, double lambda, double cap, double[] previous) {
    int n = mu.length;
    int zero = random.nextInt(n);
    mu[zero] = 0;
    for (int i = 0; i < n; i++) {
      sigma[zero * n + i] = 0;
      sigma[i * n + zero] = 0;
    }
    return capped(mu, sigma, lambda, 0, cap, previous);
  }

  private double[] wild(double[] sigma, int n) {
    double[] deviation = new double[n];
    for (int i = 0; i < n; i++) {
      deviation[i] = Math.pow(10, 6 * random.nextDouble() - 3);
    }
    double[] wild = sigma.clone();
    for (int k = 0; k < wild.length; k++) {
      wild[k] *= deviation[k / n] * deviation[k % n];
    }
    return wild;
  }

  /** Every odd strategy is the one before it. */
  private static double[] twins(double[] mu) {
    double[] twins = mu.clone();
    for (int i = 1; i < mu.length; i += 2) {
      twins[i] = mu[i - 1];
    }
    return twins;
  }

  private static double[] twinSigma(double[] sigma, int n) {
    double[] twins = new double[n * n];
    for (int k = 0; k < twins.length; k++) {
      twins[k] = sigma[k / n / 2 * 2 * n + k % n / 2 * 2];
    }
    return twins;
  }

  /** {@code XX'} of daily size, of rank at most {@code rank}. */
  private double[] sigma(int n, int rank) {
    double[] sigma = new double[n * n];
    for (int r = 0; r < rank; r++) {
      double[] x = gaussians(n, 0.02 / Math.sqrt(rank));
      double common = 0.01 / Math.sqrt(rank) * random.nextGaussian();
      for (int k = 0; k < sigma.length; k++) {
        sigma[k] += (x[k / n] + common) * (x[k % n] + common);
      }
    }
    return sigma;
  }

  private double[] simplex(int n) {
    double[] weights = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      weights[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
      sum += weights[i];
    }
    for (int i = 0; i < n; i++) {
      weights[i] = sum == 0 ? 1.0 / n : weights[i] / sum;
    }
    return weights;
  }

  private double[] gaussians(int n, double deviation) {
    double[] numbers = new double[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = deviation * random.nextGaussian();
    }
    return numbers;
  }
}
