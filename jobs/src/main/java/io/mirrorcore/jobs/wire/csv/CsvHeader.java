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

  private final Path file;
  private final List<String> names;
  private final Map<String, Integer> indices = new HashMap<>();

  CsvHeader(Path file, List<String> names) throws CsvException {
    this.file = file;
    this.names = List.copyOf(names);
    for (String name : names) {
      if (indices.put(name, indices.size()) != null) {
        throw new CsvException(
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
      throw new CsvException(
          "%s lacks the %s %s; its header line is %s"
              .formatted(
                  file,
                  missing.size() == 1 ? "column" : "columns",
                  String.join(", ", missing),
                  listed()));
    }
  }

  private String listed() {
    return Rejection.quoted(String.join(",", names));
  }
}
