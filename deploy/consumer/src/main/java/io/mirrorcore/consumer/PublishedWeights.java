package io.mirrorcore.consumer;

import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One record of weights, and where it was found.
 *
 * @param topic its name
 * @param partition of the topic
 * @param offset in the partition
 * @param weights the record
 * @param sequence number of the record among those of its portfolio since the job's state began,
 *     from 1; empty in a record of a release that did not count
 * @param validUntil the next due time, event time in epoch milliseconds: from then on newer weights
 *     are due; empty where it is not known
 * @param headers of the record, as text, by name
 */
public record PublishedWeights(
    String topic,
    int partition,
    long offset,
    EnsembleWeights weights,
    OptionalLong sequence,
    OptionalLong validUntil,
    Map<String, String> headers) {

  public PublishedWeights {
    headers = Map.copyOf(headers);
  }

  /** Whether it proves what it says. */
  public WeightsVerification verify() {
    return WeightsVerification.of(weights);
  }

  /** How far it can be relied on at {@code time}, an event time in epoch milliseconds. */
  public Freshness at(long time) {
    if (validUntil.isEmpty()) {
      return Freshness.UNKNOWN;
    }
    return time > validUntil.getAsLong() ? Freshness.STALE : Freshness.FRESH;
  }

  /** Whether newer weights should be there. */
  public enum Freshness {
    /** The next due time has not passed. */
    FRESH,
    /** It has passed, and no newer record was there. */
    STALE,
    /** The record does not say when the next is due. */
    UNKNOWN
  }
}
