package io.mirrorcore.backtest;

import io.mirrorcore.backtest.breakdown.AgainstBenchmark;
import io.mirrorcore.backtest.breakdown.Breakdown;
import io.mirrorcore.backtest.track.Evaluated;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.backtest.track.TrackSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What tracks are compared with: the symbol that the user names, or else HOLD, which buys and holds
 * the portfolio's own.
 *
 * @param name as shown
 * @param series over the evaluated bars
 * @param isOwn whether it is one of the tracks anyway
 */
record BenchmarkTrack(String name, TrackSeries series, boolean isOwn) {

  /** More names than this are not listed in an error. */
  private static final int LISTED = 12;

  /** The market's track, or null where there is none. */
  static BenchmarkTrack hold(TrackSeries hold) {
    return hold == null ? null : new BenchmarkTrack("HOLD", hold, true);
  }

  /**
   * A symbol, bought and held without cost.
   *
   * @param firstRow of the evaluated bars
   * @throws NothingToEvaluateException where no close knows it
   */
  static BenchmarkTrack symbol(String symbol, Evaluated evaluated, int firstRow) {
    double[] all = evaluated.symbol(symbol).orElseThrow(() -> unknown(symbol, evaluated));
    double[] returns = Arrays.copyOfRange(all, firstRow, all.length);
    TrackSeries plain = TrackSeries.ofReturns(returns);
    BitSet held = new BitSet();
    held.set(0, returns.length);
    return new BenchmarkTrack(
        symbol,
        new TrackSeries(
            returns,
            null,
            plain.equity(),
            returns.length,
            (int) Arrays.stream(returns).filter(x -> x > 0).count(),
            plain.trading(),
            List.of(),
            new TrackSeries.ByBar(held, new double[returns.length])),
        false);
  }

  private static NothingToEvaluateException unknown(String symbol, Evaluated evaluated) {
    List<String> known = evaluated.symbols();
    String there =
        known.isEmpty()
            ? "with strategy returns alone no symbol is known; leave the benchmark out"
            : "choose one of "
                + known.stream().limit(LISTED).collect(Collectors.joining(", "))
                + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : "");
    return new NothingToEvaluateException(
        "the benchmark " + symbol + " is no symbol of this portfolio: " + there);
  }

  /** Its own name as a track. */
  TrackAssembly.TrackName trackName() {
    return new TrackAssembly.TrackName("Benchmark " + name, TrackKind.BENCHMARK);
  }

  /** A track beside it. */
  AgainstBenchmark beside(String track, TrackSeries other, double barsPerYear) {
    return AgainstBenchmark.of(track, other.returns(), series.returns(), barsPerYear);
  }

  Breakdown.Benchmark of(List<AgainstBenchmark> tracks) {
    return new Breakdown.Benchmark(name, tracks);
  }
}
