package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far each partition of one topic has been read. */
final class PartitionReadings {

  private final Map<Integer, PartitionReading> readings = new TreeMap<>();
  private int gaps;

  void restore(PartitionReading reading) {
    PartitionReading known = readings.get(reading.partition());
    put(known == null ? reading : known.later(reading));
  }

  /** After one more record. */
  PartitionReading read(SourceRef place, long time) {
    PartitionReading before = readings.get(place.partition());
    PartitionReading after =
        before == null
            ? PartitionReading.at(place.partition(), place.offset() + 1)
            : before.after(place.offset(), time);
    put(after);
    return after;
  }

  void put(PartitionReading reading) {
    PartitionReading before = readings.put(reading.partition(), reading);
    gaps += (reading.hasGap() ? 1 : 0) - (before != null && before.hasGap() ? 1 : 0);
  }

  boolean haveGaps() {
    return gaps > 0;
  }

  /** Those with a gap that is not explained yet. */
  List<PartitionReading> gaps() {
    return readings.values().stream().filter(PartitionReading::hasGap).toList();
  }

  List<PartitionReading> all() {
    return new ArrayList<>(readings.values());
  }
}
