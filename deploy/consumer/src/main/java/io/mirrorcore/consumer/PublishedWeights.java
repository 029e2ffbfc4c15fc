package io.mirrorcore.consumer;

import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.util.Map;

/**
 * One record of weights, and where it was found.
 *
 * @param topic its name
 * @param partition of the topic
 * @param offset in the partition
 * @param weights the record
 * @param headers of the record, as text, by name: who wrote it
 */
public record PublishedWeights(
    String topic,
    int partition,
    long offset,
    EnsembleWeights weights,
    Map<String, String> headers) {

  public PublishedWeights {
    headers = Map.copyOf(headers);
  }

  /**
   * Whether a newer record was due by some time. After WARMUP none is, and of records of earlier
   * releases it is not known: then it is not.
   *
   * @param now event time of the market, as the newest {@code positions} have it; or the clock,
   *     less what the market was closed for; epoch milliseconds
   */
  public boolean isStale(long now) {
    Long until = weights.validity().validUntil();
    return until != null && now > until;
  }

  /** Whether it proves what it says. */
  public WeightsVerification verify() {
    return WeightsVerification.of(weights);
  }
}
