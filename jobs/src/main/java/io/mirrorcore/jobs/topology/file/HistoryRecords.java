package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The records of a history, one after the other. Opened with the first. */
final class HistoryRecords implements Closeable {

  private final Path path;
  private final RecordParser parser;
  private CsvFile file; // null until something is read

  HistoryRecords(Path path, ParserSettings settings) {
    this.path = path;
    this.parser = new RecordParser(settings);
  }

  /** Leaves out records that a run before has read. */
  void skip(long records) throws IOException {
    for (long i = 0; i < records; i++) {
      if (row() == null) {
        throw new IOException(
            "%s has %,d records, and %,d had been read of it: it has changed since the checkpoint"
                .formatted(path, i, records));
      }
    }
  }

  /** The next one; null at the end. */
  MarketEvent next() throws IOException {
    CsvRow row = row();
    return row == null ? null : parser.parse(RecordKind.BAR, row.source(), row);
  }

  private CsvRow row() throws IOException {
    if (file == null) {
      file = CsvFile.open(path, RecordKind.BAR);
    }
    return file.next();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
