package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.backtest.BacktestFiles;
import io.mirrorcore.jobs.output.OutputException;
import io.mirrorcore.jobs.output.OutputFile;
import io.mirrorcore.jobs.output.OutputPath;
import io.mirrorcore.jobs.output.WorkDirectory;
import io.mirrorcore.jobs.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

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

  /** Whether the best is to take the place of what runs, where that was asked. */
  public static final String AGAINST = "against.json";

  /** What a tuning leaves besides a report. */
  public static final List<String> RESULTS = List.of(BEST, TABLE, AGAINST);

  private static final String TRIALS = "trials";
  private static final String RUNNING = "running";
  private static final String MADE_OF = "made-of.json";
  private static final String WORK = ".returns";
  private static final int NAME_DIGITS = 16;

  private final Path directory;
  private final Path trials;

  private TuneFiles(Path directory, Path trials) {
    this.directory = directory;
    this.trials = trials;
  }

  /** The same with returns and trials of one of several variants, in a directory of its own. */
  TuneFiles of(StrategyVariant variant) throws IOException {
    String name = Fingerprint.ofText(variant.label()).substring(0, NAME_DIGITS);
    return new TuneFiles(directory, Files.createDirectories(trials.resolve(name)));
  }

  /** The same with the returns of what runs, in a directory of its own. */
  TuneFiles ofRunning() throws IOException {
    return new TuneFiles(directory, Files.createDirectories(trials.resolve(RUNNING)));
  }

  /** Takes away what an earlier tuning has left that this one does not make. */
  void remove(String name) throws IOException {
    Files.deleteIfExists(directory.resolve(name));
  }

  /**
   * What strategy returns were made of.
   *
   * @param inputs fingerprint of data and settings
   * @param returns fingerprint of the file of returns
   * @param deadLetters fingerprint of the file of dead letters
   * @param closes fingerprint of the file of closes; empty where there is none
   */
  private record MadeOf(String inputs, String returns, String deadLetters, String closes) {}

  /**
   * Makes the directory where it does not exist.
   *
   * @param inputs files that the tuning reads
   * @throws OutputException when it cannot be made, or holds one of the inputs in a place of its
   *     own
   */
  public static TuneFiles in(Path directory, Collection<Path> inputs) throws IOException {
    Path made = OutputPath.directory(directory, RESULTS, inputs);
    TuneFiles files = new TuneFiles(made, made.resolve(TRIALS));
    BacktestFiles.LAYOUT.require(files.directory, inputs);
    OutputPath.directory(
        files.trials,
        List.of(BacktestFiles.RETURNS, BacktestFiles.DEAD_LETTERS, BacktestFiles.CLOSES, MADE_OF),
        inputs);
    return files;
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

  private Path closes() {
    return trials.resolve(BacktestFiles.CLOSES);
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
    return new MadeOf(
        inputs,
        Fingerprint.of(returns()),
        Fingerprint.of(deadLetters()),
        Files.exists(closes()) ? Fingerprint.of(closes()) : "");
  }

  /** An empty directory for a job to make strategy returns in. */
  Path workOfReturns() throws IOException {
    Path work = trials.resolve(WORK);
    WorkDirectory.delete(work);
    return Files.createDirectory(work);
  }

  /** Takes over what a job has made there. */
  void adoptReturns(String inputs) throws IOException {
    Path work = trials.resolve(WORK);
    Files.deleteIfExists(trials.resolve(MADE_OF));
    OutputFile.adopt(work.resolve(BacktestFiles.RETURNS), returns());
    OutputFile.adopt(work.resolve(BacktestFiles.DEAD_LETTERS), deadLetters());
    Files.deleteIfExists(closes());
    if (Files.exists(work.resolve(BacktestFiles.CLOSES))) {
      OutputFile.adopt(work.resolve(BacktestFiles.CLOSES), closes());
    }
    OutputFile.write(trials.resolve(MADE_OF), Json.encode(madeOf(inputs)));
    WorkDirectory.delete(work);
  }

  /** Of a tuning that has failed only the dead letters stay, and trials to go on from. */
  void failed() throws IOException {
    BacktestFiles.LAYOUT.failed(directory, deadLetters(), RESULTS);
  }

  /** Puts a file beside the report. */
  void publish(String name, String text) throws IOException {
    OutputFile.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
