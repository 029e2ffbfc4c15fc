/**
 * Made-up markets for the bench: the same records on every machine, from a seed. Start with {@link
 * io.mirrorcore.bench.market.BenchMarket}. No statement about real markets can be made with them.
 */
package io.mirrorcore.bench.market;
