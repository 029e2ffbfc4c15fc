package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.operator.portfolio.PortfolioBarSerializer;
import io.mirrorcore.jobs.topology.file.LineFormat;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * The closes of one portfolio as the job saw them, in a file that it left: what each strategy
 * wanted of each symbol, which no topic carries. Read anew for every iteration, because a year of
 * minutes would not fit into memory.
 *
 * <p>A line is the operators' own bytes in Base64. The file lives in a work directory and belongs
 * to one build of the program; nobody else reads it.
 */
final class ClosesFile implements Iterable<PortfolioBar> {

  private final Path file;
  private final String portfolio;

  ClosesFile(Path file, String portfolio) {
    this.file = file;
    this.portfolio = portfolio;
  }

  /** How a close becomes a line. */
  static LineFormat format() {
    return new Lines();
  }

  private static final class Lines implements LineFormat {

    private static final long serialVersionUID = 1;

    @Override
    public String header() {
      return null;
    }

    @Override
    public String line(Object record) {
      DataOutputSerializer bytes = new DataOutputSerializer(4096);
      try {
        PortfolioBarSerializer.INSTANCE.serialize((PortfolioBar) record, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Base64.getEncoder().encodeToString(bytes.getCopyOfBuffer());
    }
  }

  /** Closes the file at its end, or when the next close cannot be read. */
  @Override
  public Iterator<PortfolioBar> iterator() {
    try {
      return new Closes(
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Closes implements Iterator<PortfolioBar> {

    private final BufferedReader lines;
    private PortfolioBar next;

    Closes(BufferedReader lines) {
      this.lines = lines;
      next = read();
    }

    private PortfolioBar read() {
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          byte[] bytes = Base64.getDecoder().decode(line);
          PortfolioBar bar =
              PortfolioBarSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
          if (bar.portfolio().equals(portfolio)) {
            return bar;
          }
        }
        lines.close();
        return null;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public PortfolioBar next() {
      if (next == null) {
        throw new NoSuchElementException("no close is left in " + file);
      }
      PortfolioBar bar = next;
      next = read();
      return bar;
    }
  }
}
