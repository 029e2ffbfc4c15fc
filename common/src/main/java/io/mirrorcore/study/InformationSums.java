package io.mirrorcore.study;

import io.mirrorcore.backtest.evidence.FiniteRatio;
import io.mirrorcore.backtest.evidence.NeweyWest;
import java.util.Arrays;
import java.util.Optional;

/**
 * The information coefficient of one or more symbols, in the making. Positions x and returns f are
 * ranked within their symbol and standardised; the coefficient is that of all of them together, and
 * its error allows for symbols that move together at one close and for returns that overlap
 * (Driscoll &amp; Kraay 1998: sums by close, then {@link NeweyWest} over the closes).
 *
 * <pre>
 *   A_t = sum_s x f      B_t = sum_s (x^2 + f^2) / 2      rho = sum A / N      N = sum B
 *   psi_t = A_t - rho B_t                                 what close t does to N rho
 *   t = rho N / sqrt(V(psi)),   L = max(rule, 3 (h - 1))
 * </pre>
 *
 * <p>A return over h bars shares h - 1 of them with the next one. With L = h - 1 Bartlett's weights
 * would count half of that memory only; three times as many count five sixths of it.
 */
final class InformationSums {

  private static final int LAGS_A_BAR = 3;

  private final int bars;
  private final int overlap;
  private double[] products;
  private double[] squares;
  private long observations;

  /**
   * @param bars what the returns run over or begin after, for the record
   * @param overlap bars that a return shares with the next, 0 or more
   * @param closes there are
   */
  InformationSums(int bars, int overlap, int closes) {
    this.bars = bars;
    this.overlap = overlap;
    products = new double[closes];
    squares = new double[closes];
  }

  /**
   * Enters one symbol; one whose positions or returns never differ says nothing and is left out.
   *
   * @param closes index of the close of each position, ascending
   * @param x positions, ranked and standardised
   * @param f returns, ranked and standardised, as many or fewer: the last positions may have none
   */
  void add(int[] closes, double[] x, double[] f) {
    if (isFlat(x) || isFlat(f)) {
      return;
    }
    for (int i = 0; i < f.length; i++) {
      products[closes[i]] += x[i] * f[i];
      squares[closes[i]] += (x[i] * x[i] + f[i] * f[i]) / 2;
    }
    observations += f.length;
  }

  private static boolean isFlat(double[] standardised) {
    return Arrays.stream(standardised).allMatch(z -> z == 0);
  }

  /** The coefficient; empty where no symbol was entered. */
  Optional<InformationCoefficient> result() {
    if (observations == 0) {
      return Optional.empty();
    }
    double product = Arrays.stream(products).sum();
    double rho = Math.max(-1, Math.min(1, product / observations));
    double[] psi = new double[products.length];
    for (int t = 0; t < psi.length; t++) {
      psi[t] = products[t] - rho * squares[t];
    }
    int lags = Math.max(NeweyWest.lags(psi.length), LAGS_A_BAR * overlap);
    double error = Math.sqrt(NeweyWest.variance(psi, Math.min(lags, psi.length - 1)));
    double t = error > 0 ? FiniteRatio.bounded(product / error) : 0;
    return Optional.of(new InformationCoefficient(bars, rho, t, observations));
  }
}
