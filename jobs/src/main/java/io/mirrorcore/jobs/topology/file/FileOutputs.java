package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.operator.order.TimeOrderFunction;
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

  private final Map<Output, Target> targets = new EnumMap<>(Output.class);

  /** Where the records of one output go, and how a line of it looks. */
  private record Target(Path file, LineFormat format) {}

  /** Also writes {@code output} to {@code file}. */
  public FileOutputs with(Output output, Path file, LineFormat format) {
    targets.put(output, new Target(file, format));
    return this;
  }

  @Override
  public <T> void write(Output output, DataStream<T> records, Key<T> key, String uid) {
    Target target = targets.get(output);
    if (target == null) {
      records.sinkTo(new DiscardingSink<>()).uid(uid).name(uid);
      return;
    }
    String orderUid = uid + "-order";
    records
        .keyBy(record -> "")
        .process(new TimeOrderFunction<>(key, records.getType()), records.getType())
        .setParallelism(1)
        .uid(orderUid)
        .name(orderUid)
        .sinkTo(new LineFileSink<>(target.file().toString(), target.format()))
        .setParallelism(1)
        .uid(uid)
        .name(uid);
  }
}
