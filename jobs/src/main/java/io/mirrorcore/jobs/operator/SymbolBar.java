package io.mirrorcore.jobs.operator;

import io.mirrorcore.market.Bar;

/**
 * A bar of one symbol and what the strategies want of it.
 *
 * @param bar the bar
 * @param positions wanted exposure in [-1, 1] by configured strategy; 0 for cross-asset strategies,
 *     which have not been asked yet
 */
@SuppressWarnings("ArrayRecordComponent") // crosses the network once a bar: a plain array is least
public record SymbolBar(Bar bar, double[] positions) {}
