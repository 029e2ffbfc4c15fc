package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.EventWatermarks;
import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.market.CsvEventFormat;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Records from CSV files, plain or gzipped, one for each kind, in the order of the file. */
public final class FileInputs implements Inputs {

  private final ParserSettings parser;
  private final Duration outOfOrderness;
  private final Map<RecordKind, Path> files;

  /**
   * The files of a run.
   *
   * @throws ConfigurationException when none of them is what bars are made of
   */
  public FileInputs(JobPlan plan, Map<RecordKind, Path> files) {
    requireBars(plan.bars().fromTicks(), files);
    this.parser = plan.parser();
    this.outOfOrderness = plan.time().outOfOrderness();
    this.files = new TreeMap<>(files);
  }

  private static void requireBars(boolean fromTicks, Map<RecordKind, Path> files) {
    if (fromTicks && !files.containsKey(RecordKind.TICK)) {
      throw new ConfigurationException(
          "bars.from is ticks, so no bar is made of prices: give --ticks, or leave bars.from out");
    }
    if (!fromTicks && !files.containsKey(RecordKind.BAR)) {
      throw new ConfigurationException(
          "bars.from is prices, so no bar is made of ticks: give --prices, or set bars.from=ticks");
    }
  }

  @Override
  public List<RecordKind> kinds() {
    return List.copyOf(files.keySet());
  }

  @Override
  public DataStream<MarketEvent> open(StreamExecutionEnvironment env, RecordKind kind, String uid) {
    Path file = files.get(kind);
    CsvEventFormat format = new CsvEventFormat(kind, file.getFileName().toString(), parser);
    org.apache.flink.core.fs.Path path =
        new org.apache.flink.core.fs.Path(file.toAbsolutePath().toUri());
    // One reader: a file is one partition, and its order is what lateness is judged by.
    return env.fromSource(
            FileSource.forRecordStreamFormat(format, path).build(),
            EventWatermarks.replay(outOfOrderness),
            uid)
        .uid(uid)
        .setParallelism(1);
  }
}
