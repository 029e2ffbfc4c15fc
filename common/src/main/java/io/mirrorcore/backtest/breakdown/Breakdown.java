package io.mirrorcore.backtest.breakdown;

import java.util.List;

/**
 * What the ensemble of a backtest is made of.
 *
 * @param benchmark every track beside buying and holding; null where no benchmark is known
 * @param drawdowns of the ensemble, deepest first, at most {@link DrawdownEpisode#MOST}
 * @param distributions of the returns of the ensemble and of what it is compared with
 * @param rollingBars window of the rolling figures
 * @param attribution of what the ensemble earned
 */
public record Breakdown(
    Benchmark benchmark,
    List<DrawdownEpisode> drawdowns,
    List<ReturnDistribution> distributions,
    int rollingBars,
    Attribution attribution) {

  public Breakdown {
    drawdowns = List.copyOf(drawdowns);
    distributions = List.copyOf(distributions);
  }

  /**
   * What tracks are compared with.
   *
   * @param name HOLD, which buys and holds the portfolio's symbols, or a symbol
   * @param tracks beside it, all but itself
   */
  public record Benchmark(String name, List<AgainstBenchmark> tracks) {

    public Benchmark {
      tracks = List.copyOf(tracks);
    }
  }
}
