package io.mirrorcore.jobs.topology.kafka.sink;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink.PrecommittingStatefulSinkWriter;
import org.apache.flink.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A writer of the connector that is followed by its admin client when it closes. */
final class ClosingWriter<T>
    implements PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> {

  private static final Logger LOG = LoggerFactory.getLogger(ClosingWriter.class);

  /** Of the connector's writer that is exactly once; the others ask nobody. */
  static final String ADMIN = "adminClient";

  private final PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> writer;

  ClosingWriter(PrecommittingStatefulSinkWriter<T, KafkaWriterState, KafkaCommittable> writer) {
    this.writer = writer;
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    writer.write(element, context);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    writer.flush(endOfInput);
  }

  @Override
  public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
    writer.writeWatermark(watermark);
  }

  @Override
  public Collection<KafkaCommittable> prepareCommit() throws IOException, InterruptedException {
    return writer.prepareCommit();
  }

  @Override
  public List<KafkaWriterState> snapshotState(long checkpointId) throws IOException {
    return writer.snapshotState(checkpointId);
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(writer, admin());
  }

  /** The client that it made, or null: a connector that closes it may keep it elsewhere. */
  private AutoCloseable admin() {
    for (Field field : writer.getClass().getDeclaredFields()) {
      if (field.getName().equals(ADMIN)) {
        return read(field);
      }
    }
    return null;
  }

  private AutoCloseable read(Field field) {
    try {
      field.setAccessible(true);
      return (AutoCloseable) field.get(writer);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.debug("the writer's admin client cannot be reached", e);
      return null;
    }
  }
}
