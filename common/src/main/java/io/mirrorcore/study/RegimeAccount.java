package io.mirrorcore.study;

import io.mirrorcore.regime.Regime;

/**
 * What a strategy earned while a regime ruled. The regime of a bar is the one that was known at the
 * close before it.
 *
 * @param regime that ruled
 * @param bars for which it did
 * @param deployed share of them with a position, in [0, 1]
 * @param account of these bars alone
 */
public record RegimeAccount(Regime regime, long bars, double deployed, Account account) {}
