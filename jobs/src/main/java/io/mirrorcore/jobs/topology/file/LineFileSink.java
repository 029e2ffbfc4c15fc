package io.mirrorcore.jobs.topology.file;

import io.mirrorcore.jobs.output.OutputFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes lines to one local file, gzipped when its name ends in {@code .gz}. For bounded jobs
 * without checkpoints, at parallelism 1. The file is complete when the last record is written, so
 * that an interrupted run leaves nothing that looks finished.
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

    private final OutputFile file;
    private final LineFormat format;
    private final Writer out;
    private boolean complete;

    FileWriter(Path path, LineFormat format) throws IOException {
      this.format = format;
      file = OutputFile.open(path);
      OutputStream bytes = file.stream();
      if (path.toString().endsWith(".gz")) {
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
      try (file) {
        if (complete) {
          out.close();
          file.complete();
        }
      }
    }
  }
}
