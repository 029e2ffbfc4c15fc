package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.WireField;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.jobs.wire.returns.ReturnsFile;
import io.mirrorcore.market.Bar;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The records of a file, of market data or of strategy returns, by the parser of the job. */
interface IntakeFile extends Closeable {

  /** The next record, or null at the end. */
  IntakeRecord next() throws IOException;

  /** The line before all records as it stands in the file, or null where there is none. */
  byte[] headerLine();

  /**
   * Opens a file.
   *
   * @param kind of market data; null for strategy returns
   */
  static IntakeFile open(Path file, RecordKind kind, ParserSettings settings) throws IOException {
    return kind == null
        ? new OfReturns(ReturnsFile.open(file, settings.maxBytes(), settings.times()))
        : new OfMarket(CsvFile.open(file, kind), kind, new RecordParser(settings));
  }

  /** A file of market data. */
  record OfMarket(CsvFile rows, RecordKind kind, RecordParser parser) implements IntakeFile {

    @Override
    public IntakeRecord next() throws IOException {
      CsvRow row = rows.next();
      if (row == null) {
        return null;
      }
      MarketEvent event = parser.parse(kind, row.source(), row);
      return event instanceof AdmittedEvent admitted
          ? admitted(admitted, row.raw())
          : rejected((RejectedEvent) event, row);
    }

    private static IntakeRecord admitted(AdmittedEvent event, byte[] raw) {
      Bar bar = event.kind() == RecordKind.BAR ? event.bar() : null;
      return new IntakeRecord(event.source(), raw, event.symbol(), event.time(), null, "", bar);
    }

    /** Whose record it is can often be read where the rest cannot. */
    private static IntakeRecord rejected(RejectedEvent event, CsvRow row) {
      return new IntakeRecord(
          event.source(),
          row.raw(),
          event.symbol().isEmpty() && row.defect() == null
              ? row.cell(WireField.SYMBOL.wireName())
              : event.symbol(),
          event.time(),
          event.reason(),
          event.detail(),
          null);
    }

    @Override
    public byte[] headerLine() {
      return rows.headerLine();
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }

  /** A file of strategy returns, whose portfolios stand where symbols do. */
  record OfReturns(ReturnsFile records) implements IntakeFile {

    @Override
    public IntakeRecord next() throws IOException {
      ReturnsEvent event = records.next();
      if (event == null) {
        return null;
      }
      return event.isRejected()
          ? new IntakeRecord(
              event.source(), event.raw(), "", 0, event.reason(), event.detail(), null)
          : new IntakeRecord(
              event.source(),
              event.raw(),
              event.returns().portfolio(),
              event.returns().time(),
              null,
              "",
              null);
    }

    @Override
    public byte[] headerLine() {
      return records.headerLine();
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }
}
