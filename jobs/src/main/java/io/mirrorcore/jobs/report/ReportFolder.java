package io.mirrorcore.jobs.report;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.file.YamlFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a finished backtest has left in its directory, as far as a page shows it.
 *
 * @param directory where it lies
 * @param json text of its {@code report.json}
 * @param page of it
 * @param settings every option with its value as text, or, of a run that has not written down what
 *     it left at defaults, those that were set
 * @param knowsDefaults whether it has
 */
public record ReportFolder(
    Path directory,
    String json,
    ServedPage page,
    SortedMap<String, String> settings,
    boolean knowsDefaults) {

  private static final String REPORT = "report.json";
  private static final String EFFECTIVE = "effective.yaml";
  private static final String GIVEN = "config.yaml";

  /**
   * Reads one.
   *
   * @param given the directory, or its report.html or report.json
   * @throws ReportException where there is none, saying what to give
   */
  public static ReportFolder open(Path given) throws IOException {
    Path directory = directory(given);
    Path report = directory.resolve(REPORT);
    if (!Files.isRegularFile(report)) {
      throw new ReportException(
          "%s has no %s: it is not what a finished backtest or tune has left; give the directory that --out named"
              .formatted(directory, REPORT));
    }
    try {
      String json = Files.readString(report);
      boolean knowsDefaults = Files.isRegularFile(directory.resolve(EFFECTIVE));
      return new ReportFolder(
          directory,
          json,
          ReportPage.served(json),
          settings(directory.resolve(knowsDefaults ? EFFECTIVE : GIVEN)),
          knowsDefaults);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new ReportException(
          "%s is not a report that can be shown (%s); run the backtest again"
              .formatted(report, sentence(e)));
    }
  }

  /** Without what a parser says of its own place in memory. */
  private static String sentence(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("it is not text in UTF-8");
  }

  private static Path directory(Path given) {
    if (Files.isDirectory(given)) {
      return given;
    }
    String name = String.valueOf(given.getFileName());
    if (Files.exists(given) && List.of(REPORT, "report.html").contains(name)) {
      return given.toAbsolutePath().getParent();
    }
    throw new ReportException(
        Files.exists(given)
            ? given + " is a file; give the directory that backtest --out has written"
            : "there is no directory " + given + "; give the one that backtest --out has written");
  }

  private static SortedMap<String, String> settings(Path file) throws IOException {
    TreeMap<String, String> settings = new TreeMap<>();
    if (Files.isRegularFile(file)) {
      try {
        Map<String, Entry> entries = YamlFile.flatten(Files.readString(file), file.toString());
        entries.forEach((key, entry) -> settings.put(key, String.join(", ", entry.texts())));
      } catch (ConfigurationException e) {
        throw new ReportException(
            file + " cannot be read (" + sentence(e) + "); leave it out or run the backtest again");
      }
    }
    return settings;
  }
}
