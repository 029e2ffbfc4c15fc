package io.mirrorcore.jobs.operator;

import io.mirrorcore.signal.SignalRecord;
import java.util.List;

/**
 * The signals about one symbol at one close that one operator has to publish.
 *
 * @param symbol key
 * @param time epoch milliseconds of the close
 * @param origin portfolio of the cross-asset strategies, "" for the single-symbol ones
 * @param signals in the order of the catalogue
 */
public record SignalBatch(String symbol, long time, String origin, List<SignalRecord> signals) {}
