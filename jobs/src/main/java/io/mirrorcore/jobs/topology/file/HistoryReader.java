package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.core.io.InputStatus;

/** Reads a history to its end, or on from where a checkpoint was taken, and then stands still. */
final class HistoryReader implements SourceReader<MarketEvent, HistoryProgress> {

  private final SourceReaderContext context;
  private final HistoryRecords records;
  private final Time time;
  private CompletableFuture<Void> available = new CompletableFuture<>();
  private HistoryProgress progress; // null until the assignment has come
  private boolean positioned;
  private long newest = Long.MIN_VALUE;

  /**
   * What is said of time.
   *
   * @param end close of the last bar, epoch milliseconds
   * @param outOfOrdernessMs how far the watermark trails before that
   * @param over whether the source ends with the file
   */
  record Time(long end, long outOfOrdernessMs, boolean over) {}

  HistoryReader(SourceReaderContext context, HistoryRecords records, Time time) {
    this.context = context;
    this.records = records;
    this.time = time;
  }

  @Override
  public void start() {
    if (progress == null) {
      context.sendSplitRequest();
    }
  }

  @Override
  public void addSplits(List<HistoryProgress> splits) {
    progress = splits.get(0);
    available.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<MarketEvent> output) throws IOException {
    if (progress == null) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    MarketEvent event = progress.done() ? null : read();
    if (event == null) {
      return end(output);
    }
    emit(event, output);
    return InputStatus.MORE_AVAILABLE;
  }

  private MarketEvent read() throws IOException {
    if (!positioned) {
      records.skip(progress.records());
      positioned = true;
    }
    MarketEvent event = records.next();
    progress =
        event == null
            ? new HistoryProgress(progress.records(), true)
            : new HistoryProgress(progress.records() + 1, false);
    return event;
  }

  private void emit(MarketEvent event, ReaderOutput<MarketEvent> output) {
    output.collect(event, event.time());
    if (event instanceof AdmittedEvent && event.time() > newest) {
      newest = event.time();
      output.emitWatermark(new Watermark(newest - time.outOfOrdernessMs() - 1));
    }
  }

  private InputStatus end(ReaderOutput<MarketEvent> output) {
    output.emitWatermark(new Watermark(time.end()));
    if (time.over()) {
      return InputStatus.END_OF_INPUT;
    }
    output.markIdle();
    available = new CompletableFuture<>();
    return InputStatus.NOTHING_AVAILABLE;
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return available;
  }

  @Override
  public List<HistoryProgress> snapshotState(long checkpoint) {
    return progress == null ? List.of() : List.of(progress);
  }

  @Override
  public void notifyNoMoreSplits() {}

  @Override
  public void close() throws IOException {
    records.close();
  }
}
