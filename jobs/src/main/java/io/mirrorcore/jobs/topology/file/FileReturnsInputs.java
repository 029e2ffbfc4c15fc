package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.topology.ReturnsInputs;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.jobs.wire.returns.ReturnsFileFormat;
import java.nio.file.Path;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Strategy returns from a file of CSV or JSON lines, plain or gzipped, in the order of the file.
 */
public final class FileReturnsInputs implements ReturnsInputs {

  private final ParserSettings parser;
  private final Path file;

  public FileReturnsInputs(ParserSettings parser, Path file) {
    this.parser = parser;
    this.file = file;
  }

  @Override
  public DataStream<ReturnsEvent> open(StreamExecutionEnvironment env, String uid) {
    ReturnsFileFormat format =
        new ReturnsFileFormat(file.getFileName().toString(), parser.maxBytes(), parser.times());
    org.apache.flink.core.fs.Path path =
        new org.apache.flink.core.fs.Path(file.toAbsolutePath().toUri());
    return env.fromSource(
            FileSource.forRecordStreamFormat(format, path).build(),
            WatermarkStrategy.noWatermarks(),
            uid)
        .uid(uid)
        .setParallelism(1);
  }
}
