package io.mirrorcore.jobs.study;

import io.mirrorcore.study.StudyBar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/** The closes that a study's job has left in a file, read anew for every iteration. */
final class StudyBars implements Iterable<StudyBar> {

  private final Path file;
  private final int strategies;

  /**
   * @param file of {@link StudyLine}, gzipped
   * @param strategies how many there are
   */
  StudyBars(Path file, int strategies) {
    this.file = file;
    this.strategies = strategies;
  }

  /** Closes the file at its end; to be read to the end. */
  @Override
  public Iterator<StudyBar> iterator() {
    try {
      return new Lines(
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                  StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Lines implements Iterator<StudyBar> {

    private final BufferedReader reader;
    private String next;

    Lines(BufferedReader reader) throws IOException {
      this.reader = reader;
      next = line();
    }

    private String line() throws IOException {
      String line = reader.readLine();
      if (line == null) {
        reader.close();
      }
      return line;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public StudyBar next() {
      if (next == null) {
        throw new NoSuchElementException("the file has no more bars");
      }
      StudyBar bar = StudyLine.read(next, strategies);
      try {
        next = line();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bar;
    }
  }
}
