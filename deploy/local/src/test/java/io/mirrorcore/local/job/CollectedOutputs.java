package io.mirrorcore.local.job;

import io.mirrorcore.jobs.topic.RecordKey;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.Outputs;
import io.mirrorcore.jobs.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Keeps what a job writes, as the JSON of the topics, per output and key in order. */
final class CollectedOutputs implements Outputs {

  private static final AtomicInteger NEXT_ID = new AtomicInteger();
  private static final Map<String, List<String>> LINES = new ConcurrentHashMap<>();

  private final String run = "run-" + NEXT_ID.incrementAndGet() + "/";

  @Override
  public <T> void write(Topic topic, DataStream<T> records, RecordKey<T> key, String uid) {
    records.sinkTo(new MemorySink<>(run + topic + "/", key)).uid(uid).name(uid);
  }

  /** Lines of one topic by key, each in the order of writing. */
  Map<String, List<String>> byKey(Topic topic) {
    String prefix = run + topic + "/";
    Map<String, List<String>> lines = new TreeMap<>();
    LINES.forEach(
        (name, values) -> {
          if (name.startsWith(prefix)) {
            lines.put(name.substring(prefix.length()), List.copyOf(values));
          }
        });
    return lines;
  }

  /** All lines of one topic, sorted: for topics whose order means nothing. */
  List<String> sorted(Topic topic) {
    List<String> all = new ArrayList<>();
    byKey(topic).values().forEach(all::addAll);
    Collections.sort(all);
    return all;
  }

  private record MemorySink<T>(String prefix, RecordKey<T> key) implements Sink<T> {

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
      return new SinkWriter<>() {
        @Override
        public void write(T record, Context context) {
          LINES
              .computeIfAbsent(
                  prefix + key.apply(record),
                  name -> Collections.synchronizedList(new ArrayList<>()))
              .add(new String(Json.encode(record), StandardCharsets.UTF_8));
        }

        @Override
        public void flush(boolean endOfInput) {
          // Nothing is buffered.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };
    }
  }
}
