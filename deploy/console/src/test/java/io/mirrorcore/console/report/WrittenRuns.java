package io.mirrorcore.console.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.jobs.report.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories as finished backtests leave them. */
final class WrittenRuns {

  private WrittenRuns() {}

  static Path write(Path directory, ObjectNode report, String effective) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("report.json"), report.toString());
    Files.writeString(directory.resolve("effective.yaml"), effective);
    return directory;
  }

  static Path write(Path directory, long seed, String effective) throws IOException {
    return write(directory, SampleReport.of(700, seed), effective);
  }
}
