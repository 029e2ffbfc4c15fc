package io.mirrorcore.jobs.wire.csv;

import io.mirrorcore.jobs.wire.reject.Rejection;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The first line of a CSV file: the names of its columns. */
final class CsvHeader {

  /** Its first bytes, 1f 8b 08: the second is none of UTF-8, and the first is cut off as blank. */
  private static final String GZIP = "\ufffd\b";

  private final Path file;
  private final List<String> names;
  private final Map<String, Integer> indices = new HashMap<>();

  CsvHeader(Path file, List<String> names) throws CsvException {
    this.file = file;
    this.names = List.copyOf(names);
    for (String name : names) {
      if (indices.put(name, indices.size()) != null) {
        throw new CsvHeaderException(
            file + " has the column " + name + " twice; its header line is " + listed());
      }
    }
  }

  Path file() {
    return file;
  }

  List<String> names() {
    return names;
  }

  /** Position of a column, or null. */
  Integer index(String name) {
    return indices.get(name);
  }

  void require(Collection<String> columns) throws CsvException {
    TreeSet<String> missing = new TreeSet<>(columns);
    missing.removeAll(names);
    if (!missing.isEmpty()) {
      requireText();
      throw new CsvHeaderException(
          "%s lacks the %s %s; its header line is %s"
              .formatted(
                  file,
                  missing.size() == 1 ? "column" : "columns",
                  String.join(", ", missing),
                  listed()));
    }
  }

  private void requireText() throws CsvException {
    String line = String.join(",", names);
    if (line.startsWith(GZIP)) {
      throw new CsvException(
          "%s is compressed by gzip, which is known by its name: call it %s.gz"
              .formatted(file, file.getFileName()));
    }
    if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw new CsvException(file + " is not text in UTF-8: give a file of CSV or JSON");
    }
  }

  private String listed() {
    return Rejection.quoted(String.join(",", names));
  }
}
