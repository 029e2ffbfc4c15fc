package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.settings.WeightLimits;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WholeTradesTest {

  private static final double THRESHOLD = 0.01;

  private static WeightBounds bounds(int n, double cap) {
    List<String> ids = IntStream.range(0, n).mapToObj("S%02d"::formatted).toList();
    return WeightBounds.of(WeightLimits.none(), ids, IntStream.range(0, n).toArray(), cap);
  }

  private static double[] whole(double[] from, double[] target, double cap) {
    return new WholeTrades(from, target, bounds(from.length, cap), THRESHOLD).whole();
  }

  @Test
  void tradesToTheOptimumWhereEveryChangeIsLarge() {
    double[] target = {0.2, 0.3, 0.5};
    assertThat(whole(new double[] {0.5, 0.2, 0.3}, target, 0.5)).containsExactly(target);
  }

  @Test
  void letsSmallChangesWaitThatCancelOut() {
    assertThat(
            whole(
                new double[] {0.30, 0.30, 0.20, 0.20},
                new double[] {0.25, 0.35, 0.204, 0.196},
                0.5))
        .containsExactly(0.25, 0.35, 0.20, 0.20);
  }

  @Test
  void takesWhatIsMissingFromTheLargestChange() {
    // 5 % to buy, 4.4 % to sell in one trade; two sales of 0.3 % wait.
    assertThat(
            whole(
                new double[] {0.20, 0.40, 0.20, 0.20},
                new double[] {0.25, 0.356, 0.197, 0.197},
                0.5))
        .containsExactly(new double[] {0.244, 0.356, 0.20, 0.20}, within(1e-15));
  }

  @Test
  void makesSmallChangesLargeEnoughWhereALargeOneHasNoOther() {
    // One buys 6 %, ten sell 0.6 % each: none of them is a trade, but the purchase is worth six.
    double[] from = new double[11];
    double[] target = new double[11];
    from[0] = 0.10;
    target[0] = 0.16;
    for (int k = 1; k < 11; k++) {
      from[k] = 0.09;
      target[k] = 0.084;
    }
    double[] traded = whole(from, target, 0.5);
    assertThat(traded[0]).isBetween(0.14, 0.161);
    assertThat(sum(traded)).isCloseTo(1, within(1e-15));
    for (int k = 1; k < 11; k++) {
      assertThat(from[k] - traded[k]).isIn(0.0, from[k] - traded[1]);
    }
    assertThat(from[1] - traded[1]).isGreaterThan(THRESHOLD);
  }

  @Test
  void tradesAWholeStepWhereABoundAsksForLess() {
    // The cap is now 0.295: half a per cent too much is no trade, 1 % is.
    double[] traded =
        whole(
            new double[] {0.30, 0.20, 0.25, 0.25}, new double[] {0.295, 0.205, 0.25, 0.25}, 0.295);
    assertThat(traded[0]).isCloseTo(0.29, within(1e-9));
    assertThat(traded[1]).isCloseTo(0.21, within(1e-9));
  }

  @Test
  void tradesEverythingWhereNothingElseKeepsTheCapOfAGroup() {
    WeightLimits limits =
        new WeightLimits(
            Map.of(), Map.of(), List.of(new WeightLimits.Group("g", List.of("A", "B"), 0.5)));
    WeightBounds grouped =
        WeightBounds.of(limits, List.of("A", "B", "C", "D"), new int[] {0, 1, 2, 3}, 1);
    double[] from = {0.25, 0.25, 0.25, 0.25};
    double[] target = {0.257, 0.243, 0.27, 0.23};
    assertThat(new WholeTrades(from, target, grouped, THRESHOLD).whole())
        .containsExactly(0.25, 0.25, 0.27, 0.23);
    double[] swapped = {0.27, 0.23, 0.257, 0.243};
    assertThat(new WholeTrades(from, swapped, grouped, THRESHOLD).whole())
        .containsExactly(0.27, 0.23, 0.25, 0.25);
    double[] over = {0.27, 0.225, 0.255, 0.25};
    double[] full = {0.255, 0.245, 0.25, 0.25};
    double[] found = new WholeTrades(full, over, grouped, THRESHOLD).whole();
    assertThat(found[0] + found[1]).isLessThanOrEqualTo(0.5 + 1e-12);
  }

  @Test
  void goesPartOfTheWayByTheLargestChangesAlone() {
    // 19 small parts of a turnover of 0.10 would none of them be a trade.
    SplittableRandom random = new SplittableRandom(5);
    double[] from = random(random, 19, 0.5);
    double[] target = random(random, 19, 0.5);
    double[] part =
        new WholeTrades(from, target, bounds(19, 0.5), THRESHOLD).part(0.10, new double[19]);
    assertThat(sum(part)).isCloseTo(1, within(1e-15));
    double turnover = 0;
    for (int k = 0; k < 19; k++) {
      double change = Math.abs(part[k] - from[k]);
      assertThat(change == 0 || change > THRESHOLD).isTrue();
      turnover += change;
    }
    assertThat(turnover).isBetween(0.05, 0.10 + 1e-12);
  }

  @Test
  void keepsEveryPromiseOnSeededProblems() {
    int wholes = 0;
    int worthTrading = 0;
    for (int seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 2 + seed % 30;
      double cap = Math.min(1, 2.5 / n);
      double[] from = random(random, n, cap);
      double[] target = blend(from, random(random, n, cap), random.nextDouble());
      double[] traded = whole(from, target, cap);
      assertThat(sum(traded)).isCloseTo(1, within(1e-12));
      boolean small = false;
      boolean worth = false;
      for (int k = 0; k < n; k++) {
        assertThat(traded[k]).isBetween(0.0, cap + 1e-15);
        double change = Math.abs(traded[k] - from[k]);
        worth |= Math.abs(target[k] - from[k]) > THRESHOLD;
        small |= change > 0 && change <= THRESHOLD;
        assertThat(small || Math.abs(traded[k] - target[k]) <= 0.05).isTrue();
      }
      worthTrading += worth ? 1 : 0;
      wholes += worth && !small ? 1 : 0;
    }
    // Where no change is worth a trade the gate holds before this is asked. The few others have no
    // trades of this size that add up, and trade everything.
    assertThat(worthTrading).isGreaterThan(1800);
    assertThat(worthTrading - wholes).isLessThan(20);
  }

  private static double[] blend(double[] a, double[] b, double share) {
    return IntStream.range(0, a.length).mapToDouble(k -> a[k] + share * (b[k] - a[k])).toArray();
  }

  /** Within [0, cap], some at 0, sum 1. */
  private static double[] random(SplittableRandom random, int n, double cap) {
    double[] weights = new double[n];
    double left = 1;
    while (left > 1e-13) {
      int k = random.nextInt(n);
      double more = Math.min(left, Math.min(cap - weights[k], random.nextDouble() * cap));
      weights[k] += more;
      left -= more;
    }
    return weights;
  }

  private static double sum(double[] weights) {
    return IntStream.range(0, weights.length).mapToDouble(k -> weights[k]).sum();
  }
}
