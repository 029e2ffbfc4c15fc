package io.mirrorcore.local.job;

import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Topics in memory that stop at a gate, each behind its last record up to some event time, and wait
 * there for a savepoint. They stop without blocking: a barrier still gets through.
 */
final class GatedInputs implements Inputs {

  private static final AtomicInteger NEXT_ID = new AtomicInteger();
  private static final Map<Integer, Feed> RUNNING = new ConcurrentHashMap<>();

  private final int id = NEXT_ID.incrementAndGet();
  private final Feed feed;

  /**
   * @param gateTime records later than this, epoch milliseconds, are held back for ever; {@link
   *     Long#MAX_VALUE} for none
   */
  GatedInputs(Map<RecordKind, List<MarketEvent>> topics, long gateTime) {
    feed = new Feed(topics, gateTime);
    RUNNING.put(id, feed);
  }

  /** Waits until every topic has come to the gate. */
  void awaitGate() throws InterruptedException {
    feed.atGate.await();
  }

  @Override
  public List<RecordKind> kinds() {
    return List.copyOf(feed.topics.keySet());
  }

  @Override
  public DataStream<MarketEvent> open(StreamExecutionEnvironment env, RecordKind kind, String uid) {
    int runId = id;
    GeneratorFunction<Long, MarketEvent> generator =
        index -> RUNNING.get(runId).take(kind, index.intValue());
    DataGeneratorSource<MarketEvent> source =
        new DataGeneratorSource<>(
            generator,
            feed.topics.get(kind).size(),
            parallelism -> new Gate<>(runId, kind),
            TypeInformation.of(MarketEvent.class));
    return env.fromSource(
            source,
            WatermarkStrategy.<MarketEvent>forGenerator(
                    context -> new ScheduledInputs.EveryEvent(SameBytesTest.BOUND_MS))
                .withTimestampAssigner((event, time) -> event.time()),
            uid)
        .uid(uid)
        .setParallelism(1);
  }

  /** The records of a run; lives in the JVM that the MiniCluster shares with the test. */
  private static final class Feed {

    private final Map<RecordKind, List<MarketEvent>> topics = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Integer> gates = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Integer> taken = new ConcurrentHashMap<>();
    private final CountDownLatch atGate;

    Feed(Map<RecordKind, List<MarketEvent>> topics, long gateTime) {
      topics.entrySet().stream()
          .filter(topic -> !topic.getValue().isEmpty()) // a source has a first record
          .forEach(topic -> this.topics.put(topic.getKey(), topic.getValue()));
      this.topics.forEach(
          (kind, events) ->
              gates.put(kind, (int) events.stream().filter(e -> e.time() <= gateTime).count()));
      atGate = new CountDownLatch(this.topics.size());
    }

    MarketEvent take(RecordKind kind, int index) {
      if (index + 1 == gates.get(kind)) {
        atGate.countDown();
      }
      taken.put(kind, index + 1);
      return topics.get(kind).get(index);
    }

    boolean isOpen(RecordKind kind) {
      int size = topics.get(kind).size();
      return gates.get(kind) == size || taken.getOrDefault(kind, 0) < gates.get(kind);
    }
  }

  private record Gate<S extends SourceSplit>(int runId, RecordKind kind) implements RateLimiter<S> {

    @Override
    public CompletionStage<Void> acquire(int records) {
      return RUNNING.get(runId).isOpen(kind)
          ? CompletableFuture.completedFuture(null)
          : new CompletableFuture<>();
    }
  }
}
