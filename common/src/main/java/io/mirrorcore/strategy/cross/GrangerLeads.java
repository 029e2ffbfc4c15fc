package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.statistic.FalseDiscovery;
import io.mirrorcore.strategy.LeadLag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * Who leads whom by Granger's test at one lag, over n bars:
 *
 * <pre>
 *   y_t = c + a y_(t-1) + b x_(t-1) + e_t              H0: b = 0
 *   s = (L_xy - L_yy rho_xy) / sqrt((1 - L_yy^2) (1 - rho_xy^2))     L_ij: one bar earlier
 *   F = s^2 df / (1 - s^2),  df = n - 3,  p = P(F_(1,df) &gt; F) = I_(1-s^2)(df/2, 1/2)
 *   x leads y: Benjamini-Hochberg at 0.05 over all ordered pairs
 *   leadership_i = sum_j |s_ij| of those it leads - sum_j |s_ji| of those that lead it
 * </pre>
 *
 * <p>rho is the correlation one bar earlier. Against the plain lagged correlation it takes out what
 * y's own past says already, and it tells every lead there is, not those of one leader.
 */
final class GrangerLeads {

  /** Fewest bars: below, there is next to no freedom left. */
  static final int FEWEST = 8;

  private static final double RATE = 0.05;
  private static final double COLLINEAR = 1e-12;

  private final List<String> symbols;
  private final double[] leadership;
  private final List<Found> found = new ArrayList<>();

  private record Found(int leader, int follower, double p, double s) {

    static final Comparator<Found> MOST_CONFIDENT =
        Comparator.comparingDouble(Found::p)
            .thenComparing(Found::leader)
            .thenComparing(Found::follower);
  }

  /**
   * @param symbols in order of name
   * @param earlier standardised returns one bar earlier, a row a symbol
   * @param now the same up to now, as many bars
   */
  GrangerLeads(List<String> symbols, double[][] earlier, double[][] now) {
    this.symbols = symbols;
    leadership = new double[symbols.size()];
    List<Found> all = new ArrayList<>();
    for (int x = 0; x < now.length; x++) {
      for (int y = 0; y < now.length; y++) {
        if (x != y) {
          all.add(test(x, y, earlier, now));
        }
      }
    }
    all.sort(Found.MOST_CONFIDENT);
    double[] p = all.stream().mapToDouble(Found::p).toArray();
    FalseDiscovery.adjust(p, p.length);
    for (int i = 0; i < p.length && p[i] <= RATE; i++) {
      Found one = all.get(i);
      found.add(new Found(one.leader, one.follower, p[i], one.s));
      leadership[one.leader] += Math.abs(one.s);
      leadership[one.follower] -= Math.abs(one.s);
    }
  }

  private static Found test(int x, int y, double[][] earlier, double[][] now) {
    double own = StandardisedReturns.product(earlier[y], now[y]);
    double both = StandardisedReturns.product(earlier[x], earlier[y]);
    double left = (1 - own * own) * (1 - both * both);
    double ahead = StandardisedReturns.product(earlier[x], now[y]);
    double s = left > COLLINEAR ? (ahead - own * both) / Math.sqrt(left) : 0;
    double unexplained = Math.max(0, 1 - s * s);
    double df = now[y].length - 3;
    return new Found(x, y, Beta.regularizedBeta(unexplained, 0.5 * df, 0.5), s);
  }

  /** By symbol; 0 of one that neither leads nor is led. */
  double[] leadership() {
    return leadership;
  }

  /** Every lead that is surely one, the most confident first; s is the coefficient. */
  List<LeadLag> leads() {
    return found.stream()
        .map(
            one -> new LeadLag(symbols.get(one.leader), symbols.get(one.follower), 1, one.p, one.s))
        .toList();
  }
}
