package io.mirrorcore.jobs.wire.market;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/**
 * Reads a CSV file in wire form as a Flink source: every row an event, good or rejected. Flink
 * itself has unpacked a file that ends in {@code .gz}.
 */
public final class CsvEventFormat extends SimpleStreamFormat<MarketEvent> {

  private static final long serialVersionUID = 1;

  private final RecordKind kind;
  private final String file;
  private final ParserSettings settings;

  /**
   * @param file name that dead letters give as their topic
   */
  public CsvEventFormat(RecordKind kind, String file, ParserSettings settings) {
    this.kind = kind;
    this.file = file;
    this.settings = settings;
  }

  @Override
  public StreamFormat.Reader<MarketEvent> createReader(
      Configuration configuration, FSDataInputStream stream) throws IOException {
    RecordParser parser = new RecordParser(settings);
    CsvFile rows = CsvFile.ofText(stream, Path.of(file), kind);
    return new StreamFormat.Reader<>() {
      @Override
      public MarketEvent read() throws IOException {
        CsvRow row = rows.next();
        return row == null ? null : parser.parse(kind, row.source(), row);
      }

      @Override
      public void close() throws IOException {
        rows.close();
      }
    };
  }

  @Override
  public TypeInformation<MarketEvent> getProducedType() {
    return TypeInformation.of(MarketEvent.class);
  }
}
