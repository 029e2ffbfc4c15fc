package io.mirrorcore.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that a path of the command line stands for: itself, or those of its directory. */
final class DataFiles {

  private static final Pattern DATA =
      Pattern.compile(".*\\.(csv|txt|tsv|json|jsonl|ndjson)(\\.gz)?");

  private DataFiles() {}

  /** Readable files, by name. */
  static List<Path> of(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(SettingsOptions.existing(path));
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> files = entries.filter(DataFiles::isData).sorted().toList();
      if (files.isEmpty()) {
        throw new CommandFailure(
            path + " is a directory without data: it has no .csv, .txt, .json or .gz of these");
      }
      return files.stream().map(SettingsOptions::existing).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isData(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && DATA.matcher(name).matches() && Files.isRegularFile(file);
  }
}
