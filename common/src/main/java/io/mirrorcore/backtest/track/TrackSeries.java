package io.mirrorcore.backtest.track;

/**
 * What one track did over the evaluated bars; money in units of the capital at the start.
 *
 * @param returns simple return net of the cost of trading between strategies, by bar
 * @param equity value of what was 1 at the start, at each bar's close
 * @param positionedBars bars during which a strategy with weight had a position
 * @param gainingBars those of them with a return above 0
 * @param rebalances trades after the build-up
 * @param turnover sum over the rebalances
 * @param cost of the rebalances
 * @param buildUpCost of the first trade
 */
@SuppressWarnings("ArrayRecordComponent") // numbers in bulk, never compared as a whole
public record TrackSeries(
    double[] returns,
    double[] equity,
    int positionedBars,
    int gainingBars,
    int rebalances,
    double turnover,
    double cost,
    double buildUpCost) {}
