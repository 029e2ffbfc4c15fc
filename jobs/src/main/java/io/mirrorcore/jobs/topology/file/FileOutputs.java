package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.operator.order.TimeOrderFunction;
import io.mirrorcore.jobs.topic.RecordKey;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.Outputs;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Records to files, one line each, in one order for the whole file: by time, then key. What is not
 * asked for is computed and dropped.
 */
public final class FileOutputs implements Outputs {

  private final Map<Topic, Target> targets = new EnumMap<>(Topic.class);

  /** Where the records of one topic go, and how a line of it looks. */
  private record Target(Path file, LineFormat format) {}

  /** Also writes {@code topic} to {@code file}. */
  public FileOutputs with(Topic topic, Path file, LineFormat format) {
    targets.put(topic, new Target(file, format));
    return this;
  }

  @Override
  public <T> void write(Topic topic, DataStream<T> records, RecordKey<T> key, String uid) {
    Target target = targets.get(topic);
    if (target == null) {
      records.sinkTo(new DiscardingSink<>()).uid(uid).name(uid);
      return;
    }
    write(records, key, target.file(), target.format(), uid);
  }

  /**
   * Ends a stream that is no topic's in a file.
   *
   * @param records in order under each key
   * @param uid uid and name of the sink
   */
  public static <T> void write(
      DataStream<T> records, RecordKey<T> key, Path file, LineFormat format, String uid) {
    String orderUid = uid + "-order";
    DataStream<T> ordered =
        records
            .keyBy(record -> "")
            .process(new TimeOrderFunction<>(key, records.getType()), records.getType())
            .setParallelism(1)
            .uid(orderUid)
            .name(orderUid);
    lines(ordered, file, format, uid);
  }

  /**
   * Ends a stream in a file, one line each, in the order in which they come.
   *
   * @param records of one key, so that they have an order
   * @param uid uid and name that the sink must bear
   */
  public static <T> void lines(DataStream<T> records, Path file, LineFormat format, String uid) {
    records
        .sinkTo(new LineFileSink<>(file.toString(), format))
        .setParallelism(1)
        .uid(uid)
        .name(uid);
  }
}
