package io.mirrorcore.jobs.operator;

import io.mirrorcore.market.Bar;

/**
 * A bar of one symbol and the positions that the strategies want in it from this close on.
 *
 * @param bar the bar
 * @param positions wanted exposure in [-1, 1] by configured strategy; 0 for cross-asset strategies,
 *     which have not been asked yet
 */
@SuppressWarnings("ArrayRecordComponent") // crosses the network once a bar: a plain array is least
public record SymbolBar(Bar bar, double[] positions) {}
