package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.io.Serializable;
import java.util.Optional;
import java.util.Properties;

/** One topic that a job reads, as the operator sees it that looks for what is missing in it. */
final class ReadTopic<T> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final RemovedRecordsAlerts alerts;
  private final Fields<T> fields;
  private final Broker broker;
  private final String group;

  ReadTopic(RemovedRecordsAlerts alerts, Fields<T> fields, Broker broker, String group) {
    this.alerts = alerts;
    this.fields = fields;
    this.broker = broker;
    this.group = group;
  }

  static <T> ReadTopic<T> of(KafkaPlan kafka, Topic topic, Fields<T> fields) {
    Properties client = kafka.client();
    String name = kafka.topic(topic);
    boolean committed = !kafka.replay() && kafka.start() == Choices.Start.COMMITTED;
    return new ReadTopic<>(
        new RemovedRecordsAlerts(name, kafka.writes().names()),
        fields,
        () -> LogStarts.of(client, name),
        committed ? kafka.identity().groupId() : null);
  }

  String name() {
    return alerts.topic();
  }

  SourceRef place(T record) {
    return fields.place(record);
  }

  long time(T record) {
    return fields.time(record);
  }

  RemovedRecordsAlerts alerts() {
    return alerts;
  }

  Broker broker() {
    return broker;
  }

  /** The group that says where to begin; empty where it does not. */
  Optional<String> group() {
    return Optional.ofNullable(group);
  }

  /** Where a record was, and when. */
  interface Fields<T> extends Serializable {
    SourceRef place(T record);

    /** Event time, epoch milliseconds; of a record without one any constant. */
    long time(T record);
  }

  /** How the broker is reached. */
  @FunctionalInterface
  interface Broker extends Serializable {
    LogStarts open();
  }
}
