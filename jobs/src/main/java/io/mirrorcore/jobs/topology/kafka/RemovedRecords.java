package io.mirrorcore.jobs.topology.kafka;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Puts the operator that looks for removed records behind a source, in one task with it. */
final class RemovedRecords {

  private RemovedRecords() {}

  static <T> SingleOutputStreamOperator<T> watch(
      SingleOutputStreamOperator<T> source, ReadTopic<T> topic, String uid) {
    return source
        .process(new RemovedRecordsFunction<>(topic))
        .returns(source.getType())
        .setParallelism(source.getParallelism())
        .uid(uid)
        .name(uid);
  }
}
