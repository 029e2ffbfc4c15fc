package io.mirrorcore.bench;

import io.mirrorcore.jobs.topic.RecordKey;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.Outputs;
import io.mirrorcore.jobs.wire.json.Json;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Outputs that encode every record, as the sinks of Kafka do, and drop the bytes: no disk, no
 * network.
 */
final class EncodedOutputs implements Outputs {

  @Override
  public <T> void write(Topic topic, DataStream<T> records, RecordKey<T> key, String uid) {
    records.sinkTo(new EncodingSink<>()).uid(uid).name(uid);
  }

  private static final class EncodingSink<T> implements Sink<T> {

    private static final long serialVersionUID = 1;

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
      return new SinkWriter<>() {

        private long bytes;

        @Override
        public void write(T record, Context context) {
          bytes += Json.encode(record).length;
        }

        @Override
        public void flush(boolean endOfInput) {
          // Nothing is buffered.
        }

        @Override
        public void close() {
          if (bytes < 0) {
            throw new IllegalStateException("nobody counts so far"); // so that it is not left out
          }
        }
      };
    }
  }
}
