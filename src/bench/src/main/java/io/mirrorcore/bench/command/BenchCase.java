package io.mirrorcore.bench.command;

import io.mirrorcore.jobs.topic.Topic;
import java.util.Map;

/**
 * One market and one configuration, measured beside the pass-through of the same bytes.
 *
 * @param name in the JSON
 * @param what it is, in a few words
 * @param topic whose records count: {@link Topic#TICKS} or {@link Topic#PRICES}
 * @param symbols in the market
 * @param perInterval ticks of a symbol in one interval; 1 of bars
 * @param intervalMs of the bars, milliseconds
 * @param records in the topic
 * @param settings beside those of the bench
 * @param goal of the ratio to the pass-through; null where there is none
 */
record BenchCase(
    String name,
    String what,
    Topic topic,
    int symbols,
    int perInterval,
    long intervalMs,
    int records,
    Map<String, String> settings,
    Double goal) {

  BenchCase {
    settings = Map.copyOf(settings);
  }

  boolean ofTicks() {
    return topic == Topic.TICKS;
  }
}
