package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.portfolio.record.Alert;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of records that retention removed before they were read: an alert {@code
 * RECORDS_REMOVED:TOPIC-PARTITION} to every portfolio, which ends with the next record that follows
 * without a gap. The loss itself stays: what is computed since is not what it would have been.
 *
 * @param topic that they were on
 * @param portfolios of the job
 */
record RemovedRecordsAlerts(String topic, List<String> portfolios) implements Serializable {

  private static final String KEY = "RECORDS_REMOVED:";

  RemovedRecordsAlerts {
    portfolios = new ArrayList<>(portfolios); // of a class that Flink can send
  }

  List<Alert> firing(PartitionReading gap, long lost) {
    return alerts(gap, Alert.State.FIRING, sentence(gap, lost), (double) lost);
  }

  List<Alert> resolved(PartitionReading reading) {
    String message =
        "partition %d of %s is read without gaps again; what was removed before stays missing"
            .formatted(reading.partition(), topic);
    return alerts(reading, Alert.State.RESOLVED, message, 0);
  }

  String sentence(PartitionReading gap, long lost) {
    return ("up to %,d records of partition %d of %s, from offset %d on, were removed by the topic's"
            + " retention before this job read them: its results since are without them. Raise"
            + " retention.ms or retention.bytes of the topic above the longest time that the job"
            + " may be behind")
        .formatted(lost, gap.partition(), topic, gap.gapFrom());
  }

  private List<Alert> alerts(
      PartitionReading reading, Alert.State state, String message, double value) {
    String key = KEY + topic + "-" + reading.partition();
    return portfolios.stream()
        .map(
            name ->
                new Alert(name, Alert.Level.ERROR, key, state, message, value, 0, reading.time()))
        .toList();
  }
}
