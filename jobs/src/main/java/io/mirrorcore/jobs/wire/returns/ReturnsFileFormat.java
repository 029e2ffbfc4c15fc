package io.mirrorcore.jobs.wire.returns;

import io.mirrorcore.jobs.wire.time.InputTimes;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/** {@link ReturnsFile} as a Flink source, which has unpacked a file that ends in {@code .gz}. */
public final class ReturnsFileFormat extends SimpleStreamFormat<ReturnsEvent> {

  private static final long serialVersionUID = 1;

  private final String file;
  private final int maxBytes;
  private final InputTimes times;

  /**
   * @param file name that dead letters give as their topic, and that tells CSV from JSON
   */
  public ReturnsFileFormat(String file, int maxBytes, InputTimes times) {
    this.file = file;
    this.maxBytes = maxBytes;
    this.times = times;
  }

  @Override
  public StreamFormat.Reader<ReturnsEvent> createReader(
      Configuration configuration, FSDataInputStream stream) throws IOException {
    ReturnsFile records = ReturnsFile.ofText(stream, Path.of(file), maxBytes, times);
    return new StreamFormat.Reader<>() {
      @Override
      public ReturnsEvent read() throws IOException {
        return records.next();
      }

      @Override
      public void close() throws IOException {
        records.close();
      }
    };
  }

  @Override
  public TypeInformation<ReturnsEvent> getProducedType() {
    return TypeInformation.of(ReturnsEvent.class);
  }
}
