package io.mirrorcore.local.job;

import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Topics in memory whose records are emitted in one prescribed order over all topics, each followed
 * by its watermark: the interleaving is the test's, not the scheduler's.
 */
final class ScheduledInputs implements Inputs {

  private static final AtomicInteger NEXT_ID = new AtomicInteger();
  private static final Map<Integer, Turns> RUNNING = new ConcurrentHashMap<>();

  private final int id = NEXT_ID.incrementAndGet();
  private final Map<RecordKind, ArrayList<MarketEvent>> events = new EnumMap<>(RecordKind.class);
  private final Map<RecordKind, ArrayList<Integer>> turns = new EnumMap<>(RecordKind.class);
  private final long outOfOrdernessMs;

  /**
   * @param order all records of all topics in the order of emission
   */
  ScheduledInputs(List<MarketEvent> order, long outOfOrdernessMs) {
    this.outOfOrdernessMs = outOfOrdernessMs;
    for (RecordKind kind : RecordKind.values()) {
      events.put(kind, new ArrayList<>());
      turns.put(kind, new ArrayList<>());
    }
    for (int turn = 0; turn < order.size(); turn++) {
      MarketEvent event = order.get(turn);
      events.get(event.kind()).add(event);
      turns.get(event.kind()).add(turn);
    }
    RUNNING.put(id, new Turns());
  }

  @Override
  public List<RecordKind> kinds() {
    return events.keySet().stream().filter(kind -> !events.get(kind).isEmpty()).toList();
  }

  @Override
  public DataStream<MarketEvent> open(StreamExecutionEnvironment env, RecordKind kind, String uid) {
    int runId = id;
    ArrayList<MarketEvent> mine = events.get(kind);
    ArrayList<Integer> myTurns = turns.get(kind);
    RUNNING.get(id).register(kind, mine, myTurns);
    GeneratorFunction<Long, MarketEvent> generator =
        index -> RUNNING.get(runId).await(kind, index.intValue());
    DataGeneratorSource<MarketEvent> source =
        new DataGeneratorSource<>(generator, mine.size(), TypeInformation.of(MarketEvent.class));
    long bound = outOfOrdernessMs;
    WatermarkStrategy<MarketEvent> watermarks =
        WatermarkStrategy.<MarketEvent>forGenerator(context -> new EveryEvent(bound))
            .withTimestampAssigner((event, time) -> event.time());
    return env.fromSource(source, watermarks, uid).uid(uid).setParallelism(1);
  }

  /** Whose turn it is; lives in the JVM that the MiniCluster shares with the test. */
  private static final class Turns {

    private final Map<RecordKind, List<MarketEvent>> events = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, List<Integer>> turns = new EnumMap<>(RecordKind.class);
    private int now;

    synchronized void register(RecordKind kind, List<MarketEvent> mine, List<Integer> myTurns) {
      events.put(kind, mine);
      turns.put(kind, myTurns);
    }

    synchronized MarketEvent await(RecordKind kind, int index) throws InterruptedException {
      while (now != turns.get(kind).get(index)) {
        wait();
      }
      now++;
      notifyAll();
      return events.get(kind).get(index);
    }
  }

  static final class EveryEvent implements WatermarkGenerator<MarketEvent> {

    private final long bound;
    private long newest = Long.MIN_VALUE;

    EveryEvent(long bound) {
      this.bound = bound;
    }

    @Override
    public void onEvent(MarketEvent event, long time, WatermarkOutput output) {
      if (event instanceof AdmittedEvent && event.time() > newest) {
        newest = event.time();
        output.emitWatermark(new Watermark(newest - bound - 1));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // Nothing: a watermark goes out with every event.
    }
  }
}
