package io.mirrorcore.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Simulates markets with a known truth and lets every allocator work in each of them. One year
 * passes before anybody is judged; the Sharpe ratios are of the years after it.
 *
 * <p>A difference of two Sharpe ratios over Y years varies from market to market with a standard
 * deviation s(Y), which shrinks with the root of time: {@code s1 = s(Y) sqrt(Y)}. It lies outside
 * its interval with probability q after
 *
 * <pre>
 *   T_q = ((z_level + z_q) s1 / mean difference)^2   years
 * </pre>
 *
 * (the sample size of a two-sided test; Lo 2002 for the error of Sharpe ratios). The same seed
 * gives the same figures however many processors there are.
 */
public final class PowerStudy {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final MarketSampler markets;
  private final PowerSettings settings;
  private final Map<String, Allocator> allocators;

  /**
   * @throws IllegalArgumentException when there are no best weights for what is assumed
   */
  public PowerStudy(MarketSampler markets, PowerSettings settings) {
    this.markets = markets;
    this.settings = settings;
    this.allocators = Allocators.of(markets.truth());
  }

  /**
   * Does it.
   *
   * @param progress is told how many markets are done, from several threads
   */
  public PowerResult run(IntConsumer progress) {
    Count done = new Count(progress);
    double[][] sharpe =
        IntStream.range(0, settings.markets())
            .parallel()
            .mapToObj(
                market -> {
                  double[] ratios = sharpe(market);
                  done.one();
                  return ratios;
                })
            .toArray(double[][]::new);
    List<String> names = new ArrayList<>(allocators.keySet());
    return PowerResult.of(markets.truth(), settings, names, sharpe);
  }

  /** Annual Sharpe ratio of every allocator in one market. */
  private double[] sharpe(int market) {
    double perYear = markets.truth().periodsPerYear();
    int year = (int) Math.max(2, Math.round(perYear));
    Random random = new Random(settings.seed() + GOLDEN * (market + 1));
    double[][] rows = markets.draw(year * (1 + settings.years()), random);
    double[] ratios = new double[allocators.size()];
    int a = 0;
    for (Allocator allocator : allocators.values()) {
      ratios[a++] = SteppedSharpe.of(allocator.start(), rows, year, perYear);
    }
    return ratios;
  }

  private static final class Count {

    private final IntConsumer progress;
    private int done;

    Count(IntConsumer progress) {
      this.progress = progress;
    }

    synchronized void one() {
      progress.accept(++done);
    }
  }
}
