package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.wire.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Records of one kind and portfolio in a file of JSON lines, read anew for every iteration. */
final class JsonLinesFile<T> implements Iterable<T> {

  private final Path file;
  private final Class<T> type;
  private final Predicate<T> wanted;

  JsonLinesFile(Path file, Class<T> type, Predicate<T> wanted) {
    this.file = file;
    this.type = type;
    this.wanted = wanted;
  }

  /** All records; the file is closed when the stream is. */
  Stream<T> stream() {
    try {
      BufferedReader reader = Files.newBufferedReader(file);
      return reader
          .lines()
          .map(line -> Json.decode(line.getBytes(StandardCharsets.UTF_8), type))
          .filter(wanted)
          .onClose(() -> close(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the file at its end; to be read to the end. */
  @Override
  public Iterator<T> iterator() {
    Stream<T> records = stream();
    Iterator<T> all = records.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        boolean more = all.hasNext();
        if (!more) {
          records.close();
        }
        return more;
      }

      @Override
      public T next() {
        return all.next();
      }
    };
  }
}
