package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestException;
import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The directory of a tuning run. Its {@code trials/} holds what a killed run continues from: the
 * strategy returns with the fingerprint of their inputs, and one file a trial. The results appear
 * beside it at the end: {@link #BEST}, {@link #TABLE} and the report.
 */
public final class TuneFiles {

  /** The best parameters as a configuration. */
  public static final String BEST = "best.yaml";

  /** All trials. */
  public static final String TABLE = "trials.csv";

  private static final String TRIALS = "trials";
  private static final String MADE_OF = "made-of.json";
  private static final String WORK = ".returns";

  private final Path directory;
  private final Path trials;

  private TuneFiles(Path directory) {
    this.directory = directory;
    trials = directory.resolve(TRIALS);
  }

  /**
   * What strategy returns were made of.
   *
   * @param inputs fingerprint of data and settings
   * @param returns fingerprint of the file of returns
   * @param deadLetters fingerprint of the file of dead letters
   */
  private record MadeOf(String inputs, String returns, String deadLetters) {}

  /**
   * Makes the directory where it does not exist.
   *
   * @throws BacktestException when it cannot be made
   */
  public static TuneFiles in(Path directory) throws IOException {
    TuneFiles files = new TuneFiles(directory.toAbsolutePath());
    try {
      Files.createDirectories(files.directory); // first, to tell a file in its place
      Files.createDirectories(files.trials);
      return files;
    } catch (FileAlreadyExistsException e) {
      throw new BacktestException(
          e.getFile() + " is a file; give a directory for the trials and the report");
    } catch (AccessDeniedException e) {
      throw new BacktestException("cannot write into " + directory + ": permission denied");
    }
  }

  /** Where everything is. */
  public Path directory() {
    return directory;
  }

  /** Where trials and strategy returns are. */
  Path trials() {
    return trials;
  }

  Path returns() {
    return trials.resolve(BacktestFiles.RETURNS);
  }

  private Path deadLetters() {
    return trials.resolve(BacktestFiles.DEAD_LETTERS);
  }

  /** Whether there are strategy returns, whole ones, made of just this. */
  boolean hasReturnsOf(String inputs) throws IOException {
    Path madeOf = trials.resolve(MADE_OF);
    if (!Files.exists(madeOf) || !Files.exists(returns()) || !Files.exists(deadLetters())) {
      return false;
    }
    try {
      return Json.decode(Files.readAllBytes(madeOf), MadeOf.class).equals(madeOf(inputs));
    } catch (IllegalArgumentException e) {
      return false; // damaged: made again
    }
  }

  private MadeOf madeOf(String inputs) throws IOException {
    return new MadeOf(inputs, Fingerprint.of(returns()), Fingerprint.of(deadLetters()));
  }

  /** An empty directory for a job to make strategy returns in. */
  Path workOfReturns() throws IOException {
    Path work = trials.resolve(WORK);
    delete(work);
    return Files.createDirectory(work);
  }

  /** Takes over what a job has made there. */
  void adoptReturns(String inputs) throws IOException {
    Path work = trials.resolve(WORK);
    Files.deleteIfExists(trials.resolve(MADE_OF));
    AtomicFile.move(work.resolve(BacktestFiles.RETURNS), returns());
    AtomicFile.move(work.resolve(BacktestFiles.DEAD_LETTERS), deadLetters());
    AtomicFile.write(trials.resolve(MADE_OF), Json.encode(madeOf(inputs)));
    delete(work);
  }

  /** Puts a file beside the report. */
  void publish(String name, String text) throws IOException {
    AtomicFile.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
