package io.mirrorcore.bench;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.local.job.JobSummary;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Benchmark of the pipeline under garbage: ticks as JSON from memory through parser, admission and
 * the keyed operator, clean and with a tenth of garbage mixed in, alternately in one run.
 *
 * <p>It counts the <em>good</em> records a second, so that garbage is never part of the throughput;
 * dead letters are encoded, as Kafka's sink does, and dropped. Every figure is the difference of
 * two runs of different length, each the fastest of several: the one that a busy machine has
 * disturbed least. Only one cheap strategy is on: with more of them a good record costs more, and
 * garbage beside it less.
 */
public final class GarbageThroughput {

  private static final int ROUNDS = 7;
  private static final int SHORT = 200_000;
  private static final int LONG = Integer.getInteger("mirrorcore.bench.records", 2_000_000);
  private static final int SYMBOLS = 20;
  private static final long START = 1_700_000_040_000L;

  /** Ten sorts of garbage, each as frequent as the other. */
  private static final List<byte[]> GARBAGE =
      List.of(
          bytes("this is no JSON"),
          bytes("<xml/>"),
          bytes("{\"symbol\":\"S1001\",\"time\":17000"),
          bytes("{\"symbol\":\"S1001\"}"),
          bytes("{\"symbol\":\"S1001\",\"time\":NaN,\"type\":\"TRADE\"}"),
          bytes("{\"symbol\":\"S1001\",\"time\":\"soon\",\"type\":\"TRADE\"}"),
          bytes("{\"symbol\":\"S1001\",\"time\":1700000000000,\"type\":\"RUMOUR\"}"),
          bytes(
              "{\"symbol\":\"S1001\",\"time\":1700000000000,\"type\":\"TRADE\",\"price\":-1,"
                  + "\"size\":1}"),
          bytes(
              "{\"symbol\":\"S1001\",\"time\":1700000000000,\"type\":\"QUOTE\","
                  + "\"bids\":[[10,1]],\"asks\":[[9,1]]}"),
          new byte[] {(byte) 0xFF, 0, 1, 2});

  private static byte[][] topic = new byte[0][]; // what the running job reads

  private GarbageThroughput() {}

  /** Prints a Markdown table; exit code 1 where less than 80 % is left. */
  public static void main(String[] arguments) throws Exception {
    byte[][] clean = ticks();
    byte[][] dirty = withGarbage(clean);
    run(clean, SHORT); // the virtual machine warms up
    run(dirty, SHORT);
    Fastest ofClean = new Fastest();
    Fastest ofDirty = new Fastest();
    for (int round = 0; round < ROUNDS; round++) {
      ofClean.add(run(clean, SHORT), run(clean, LONG));
      ofDirty.add(run(dirty, SHORT), run(dirty, LONG));
    }
    double ratio = print(ofClean.rate(LONG - SHORT), ofDirty.rate(0.9 * (LONG - SHORT)));
    System.exit(ratio >= 0.8 ? 0 : 1);
  }

  private static double print(double clean, double dirty) {
    System.out.println("| clean, good records/s | a tenth is garbage, good records/s | ratio |");
    System.out.println("|---|---|---|");
    System.out.printf(Locale.ROOT, "| %,.0f | %,.0f | %.2f |%n", clean, dirty, dirty / clean);
    return dirty / clean;
  }

  /** The fastest of several runs of each length, seconds. */
  private static final class Fastest {

    private double shorter = Double.POSITIVE_INFINITY;
    private double longer = Double.POSITIVE_INFINITY;

    void add(double shorterSeconds, double longerSeconds) {
      shorter = Math.min(shorter, shorterSeconds);
      longer = Math.min(longer, longerSeconds);
    }

    /** Records a second, when so many lie between the two lengths. */
    double rate(double records) {
      return records / (longer - shorter);
    }
  }

  private static double run(byte[][] records, int count) throws Exception {
    topic = Arrays.copyOf(records, count);
    JobPlan plan = JobPlan.of(settings());
    long start = System.nanoTime();
    try (LocalJob job =
        LocalJob.start(
            JobEnvironment.offline(plan.run()), plan, new MemoryInputs(), new EncodedOutputs())) {
      check(job.await(), records, count);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void check(JobSummary summary, byte[][] records, int count) {
    long rejected = summary.rejected().values().stream().mapToLong(Long::longValue).sum();
    long expected = Arrays.stream(records, 0, count).filter(GARBAGE::contains).count();
    if (rejected != expected) {
      throw new IllegalStateException("dead letters must be " + expected + "; have " + rejected);
    }
  }

  private static Settings settings() {
    Map<String, Object> values =
        new TreeMap<>(
            Map.of(
                "job.parallelism",
                1,
                "bars.from",
                "ticks",
                "job.inputs",
                "ticks",
                "bars.interval",
                "1m",
                "ensemble.period",
                "bar"));
    for (String id : Catalogue.IDS) {
      values.put("strategies." + id + ".enabled", id.equals("UT_BOT"));
    }
    for (String regime : List.of("trending", "ranging", "volatile", "mixed")) {
      values.put("regimes." + regime + ".cap", 1);
    }
    return Settings.defaults().with(values);
  }

  /** Trades and quotes in turn, a hundred a second of event time. */
  private static byte[][] ticks() {
    SplittableRandom random = new SplittableRandom(42);
    byte[][] records = new byte[LONG][];
    for (int i = 0; i < LONG; i++) {
      String symbol = "S" + (1_000 + i % SYMBOLS);
      long time = START + 10L * i;
      double mid = 100 + Math.sin(i / 5_000.0);
      double size = 1 + random.nextInt(100);
      records[i] =
          WireJson.tick(
              i / SYMBOLS % 2 == 0
                  ? Tick.trade(symbol, time, mid, size, Aggressor.UNKNOWN)
                  : Tick.quote(
                      symbol,
                      time,
                      new double[] {mid - 0.01, size, mid - 0.02, 10},
                      new double[] {mid + 0.01, size, mid + 0.02, 10}));
    }
    return records;
  }

  /** A tenth of the result is garbage, evenly spread; it has as many good records as fit. */
  private static byte[][] withGarbage(byte[][] clean) {
    byte[][] all = new byte[clean.length][];
    int good = 0;
    for (int i = 0; i < all.length; i++) {
      all[i] = i % 10 == 9 ? GARBAGE.get(i / 10 % GARBAGE.size()) : clean[good++];
    }
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A topic in memory, parsed as Kafka's source does. */
  private static final class MemoryInputs implements Inputs {

    @Override
    public List<RecordKind> kinds() {
      return List.of(RecordKind.TICK);
    }

    @Override
    public DataStream<MarketEvent> open(
        StreamExecutionEnvironment env, RecordKind kind, String uid) {
      DataGeneratorSource<MarketEvent> source =
          new DataGeneratorSource<>(
              new Parsing(), topic.length, TypeInformation.of(MarketEvent.class));
      return env.fromSource(source, watermarks(), uid).uid(uid).setParallelism(1);
    }

    private static WatermarkStrategy<MarketEvent> watermarks() {
      return WatermarkStrategy.<MarketEvent>forGenerator(context -> new GoodRecords())
          .withTimestampAssigner((event, time) -> event.time());
    }
  }

  private static final class Parsing implements GeneratorFunction<Long, MarketEvent> {

    private static final long serialVersionUID = 1;
    private transient RecordParser parser;

    @Override
    public MarketEvent map(Long index) {
      if (parser == null) {
        parser = new RecordParser(ParserSettings.DEFAULT);
      }
      SourceRef source = new SourceRef("ticks", 0, index);
      return parser.parse(
          RecordKind.TICK, source, topic[index.intValue()], RecordParser.NO_TIMESTAMP);
    }
  }
}
