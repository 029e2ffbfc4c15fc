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

  /** Whether it proves what it says. */
  public WeightsVerification verify() {
    return WeightsVerification.of(weights);
  }
}
