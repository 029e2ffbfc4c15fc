package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The bars of a file that a job takes in before those of its topics, once, at parallelism 1.
 *
 * <p>Beside a live feed this source never ends. A source that has ended says that all of time is
 * over, and where the feed is silent at that moment the whole job would believe it; so when the
 * file is read, this one says the close of its last bar and falls silent. It makes its watermarks
 * itself, for it knows that nothing of the file is to come.
 */
public final class HistorySource implements Source<MarketEvent, HistoryProgress, HistoryProgress> {

  private static final long serialVersionUID = 1;

  private final String file;
  private final long end;
  private final long outOfOrdernessMs;
  private final boolean ends;
  private final ParserSettings parser;

  /**
   * @param file CSV of prices in the order of time, plain or gzipped
   * @param end close of its last bar, epoch milliseconds
   * @param ends whether the source ends with the file, as beside bounded inputs
   */
  public HistorySource(
      Path file, long end, Duration outOfOrderness, boolean ends, ParserSettings parser) {
    this.file = file.toAbsolutePath().toString();
    this.end = end;
    this.outOfOrdernessMs = outOfOrderness.toMillis();
    this.ends = ends;
    this.parser = parser;
  }

  @Override
  public Boundedness getBoundedness() {
    return ends ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<MarketEvent, HistoryProgress> createReader(SourceReaderContext context) {
    return new HistoryReader(context, new HistoryRecords(Path.of(file), parser), pace());
  }

  private HistoryReader.Time pace() {
    return new HistoryReader.Time(end, outOfOrdernessMs, ends);
  }

  @Override
  public SplitEnumerator<HistoryProgress, HistoryProgress> createEnumerator(
      SplitEnumeratorContext<HistoryProgress> context) {
    return new HistoryAssignment(context, HistoryProgress.BEGIN);
  }

  @Override
  public SplitEnumerator<HistoryProgress, HistoryProgress> restoreEnumerator(
      SplitEnumeratorContext<HistoryProgress> context, HistoryProgress unassigned) {
    return new HistoryAssignment(context, unassigned);
  }

  @Override
  public SimpleVersionedSerializer<HistoryProgress> getSplitSerializer() {
    return new HistoryProgress.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<HistoryProgress> getEnumeratorCheckpointSerializer() {
    return new HistoryProgress.Serializer();
  }
}
