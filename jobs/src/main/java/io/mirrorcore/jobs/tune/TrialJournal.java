package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.output.OutputFile;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.tune.TrialPoint;
import io.mirrorcore.tune.TrialResult;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The finished trials of a tuning run, one file {@code NNN.json} each. Written by the subtask that
 * ran the trial and read by the program that drives the run, so that a result is the same whether
 * it was just computed or found. A file counts only if it has the fingerprint of this run and the
 * same lambda and eta.
 */
final class TrialJournal implements Serializable {

  private static final long serialVersionUID = 1;
  private static final Pattern FILE = Pattern.compile("(\\d+)\\.json");

  private final String directory;
  private final String fingerprint;

  /**
   * @param directory of the files, which exists
   * @param fingerprint of data and settings
   */
  TrialJournal(Path directory, String fingerprint) {
    this.directory = directory.toString();
    this.fingerprint = fingerprint;
  }

  /**
   * A file.
   *
   * @param fingerprint of data and settings
   * @param trial what it came to
   */
  record Entry(String fingerprint, TrialResult trial) {}

  void write(TrialResult result) throws IOException {
    OutputFile.write(file(result.number()), Json.encode(new Entry(fingerprint, result)));
  }

  /** The result of a trial; empty where it was not made yet, or of something else. */
  Optional<TrialResult> read(TrialPoint point) throws IOException {
    return read(file(point.number())).filter(result -> result.point().equals(point));
  }

  private Optional<TrialResult> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Entry entry = Json.decode(Files.readAllBytes(file), Entry.class);
      return Optional.ofNullable(entry.trial())
          .filter(t -> fingerprint.equals(entry.fingerprint()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // damaged or not ours: made again
    }
  }

  /** Trials that there are files of. */
  int count() throws IOException {
    return files().size();
  }

  /**
   * Takes away what is of other data or settings, beyond the last trial, or not what this search
   * asks for.
   *
   * @param asked trials that are sure to be asked for
   * @param calls trials in all
   * @return how many files that were
   */
  int forgetOthers(List<TrialPoint> asked, int calls) throws IOException {
    int forgotten = 0;
    for (Path file : files()) {
      Optional<TrialResult> result = read(file);
      if (result.isEmpty() || !isAskedFor(result.get().point(), asked, calls)) {
        Files.deleteIfExists(file);
        forgotten++;
      }
    }
    return forgotten;
  }

  private static boolean isAskedFor(TrialPoint point, List<TrialPoint> asked, int calls) {
    return point.number() <= asked.size()
        ? asked.get(point.number() - 1).equals(point)
        : point.number() <= calls;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(directory))) {
      return all.filter(TrialJournal::isTrial).sorted().toList();
    }
  }

  private static boolean isTrial(Path file) {
    Matcher name = FILE.matcher(file.getFileName().toString());
    return name.matches();
  }

  private Path file(int number) {
    return Path.of(directory, String.format(Locale.ROOT, "%03d.json", number));
  }
}
