package io.mirrorcore.local.feed;

import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.time.TimeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Sends CSV files to their topics, merged in order of event time.
 *
 * <p>Rows are turned into wire JSON as they stand, numbers digit for digit, but for their time,
 * which a topic has in epoch milliseconds whatever the file has it in. What is wrong with one is
 * for the pipeline to say, so that a file and a topic are judged by the same rules.
 */
public final class CsvFeed implements AutoCloseable {

  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparingLong(Head::time).thenComparing(Head::kind));
  private final List<CountingStream> streams = new ArrayList<>();
  private final List<CsvFile> open = new ArrayList<>();
  private final long totalBytes;

  /** The next row of one file. */
  private record Head(
      RecordKind kind, CsvFile file, TimeReader times, CsvRow row, OptionalLong read, long time) {}

  /** Opens the files. */
  public CsvFeed(Map<RecordKind, Path> files, InputTimes times) throws IOException {
    long bytes = 0;
    for (Map.Entry<RecordKind, Path> entry : files.entrySet()) {
      Path path = entry.getValue();
      CountingStream stream = new CountingStream(Files.newInputStream(path));
      streams.add(stream);
      CsvFile file = CsvFile.ofText(CsvFile.unpacked(stream, path), path, entry.getKey());
      open.add(file);
      push(entry.getKey(), file, times.of(entry.getKey()), Long.MIN_VALUE);
      bytes += Files.size(path);
    }
    totalBytes = bytes;
  }

  /** A row whose time cannot be read goes out right after the one before it. */
  private void push(RecordKind kind, CsvFile file, TimeReader times, long before) {
    try {
      CsvRow row = file.next();
      if (row != null) {
        OptionalLong time = time(row, times);
        heads.add(new Head(kind, file, times, row, time, time.orElse(before)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OptionalLong time(CsvRow row, TimeReader times) {
    try {
      return OptionalLong.of(times.read(cell(row, "time")));
    } catch (Rejection e) {
      return OptionalLong.empty(); // for the pipeline to say
    }
  }

  private static String cell(CsvRow row, String column) {
    return row.defect() == null ? row.cell(column) : "";
  }

  /**
   * Sends all rows.
   *
   * @param pace when each is due
   * @param stop asked before every row
   * @param progress told after every row
   */
  public void sendAll(EventSender sender, Pace pace, BooleanSupplier stop, Runnable progress) {
    while (!heads.isEmpty() && !stop.getAsBoolean()) {
      Head head = heads.poll();
      if (head.time() != Long.MIN_VALUE) {
        pace.await(head.time());
      }
      sender.send(
          head.kind(),
          cell(head.row(), "symbol"),
          WireJson.ofCsv(head.kind(), head.row(), head.read()));
      progress.run();
      push(head.kind(), head.file(), head.times(), head.time());
    }
    sender.flush();
  }

  /** Share of the files' bytes that has been read, in [0, 1]. */
  public double share() {
    long read = streams.stream().mapToLong(CountingStream::bytes).sum();
    return totalBytes == 0 ? 1 : (double) read / totalBytes;
  }

  @Override
  public void close() throws IOException {
    for (CsvFile file : open) {
      file.close();
    }
  }
}
