package io.mirrorcore.jobs.topology.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes lines to one local file, gzipped when its name ends in {@code .gz}. For bounded jobs
 * without checkpoints, at parallelism 1. The file bears the name {@code FILE.part} until the last
 * record is written, so that an interrupted run leaves nothing that looks finished.
 */
final class LineFileSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1;

  private final String file;
  private final LineFormat format;

  LineFileSink(String file, LineFormat format) {
    this.file = file;
    this.format = format;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
    return new FileWriter<>(Path.of(file), format);
  }

  private static final class FileWriter<T> implements SinkWriter<T> {

    private final Path file;
    private final Path part;
    private final LineFormat format;
    private final Writer out;
    private boolean complete;

    FileWriter(Path file, LineFormat format) throws IOException {
      this.file = file;
      this.format = format;
      part = Path.of(file + ".part");
      OutputStream bytes = Files.newOutputStream(part);
      if (file.toString().endsWith(".gz")) {
        bytes = new GZIPOutputStream(bytes);
      }
      out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
      if (format.header() != null) {
        out.write(format.header());
        out.write('\n');
      }
    }

    @Override
    public void write(T record, Context context) throws IOException {
      out.write(format.line(record));
      out.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      out.flush();
      complete |= endOfInput;
    }

    @Override
    public void close() throws IOException {
      out.close();
      if (complete) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(part);
      }
    }
  }
}
