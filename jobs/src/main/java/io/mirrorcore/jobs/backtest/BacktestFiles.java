package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.output.OutputException;
import io.mirrorcore.jobs.output.OutputFile;
import io.mirrorcore.jobs.output.OutputPath;
import io.mirrorcore.jobs.output.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The directory that a backtest leaves behind. All files are made in a hidden directory inside it
 * and moved when the last one is complete, the page last: a run that is interrupted leaves what was
 * there before. A run that fails leaves its dead letters, and what was there before is moved to
 * {@link EarlierRun#DIRECTORY}, so that nobody takes it for what this run has found.
 */
public final class BacktestFiles implements AutoCloseable {

  /** Strategy returns, as on the topic. */
  public static final String RETURNS = "strategy-returns.jsonl";

  /** What the accounts are kept by; stays in the work directory. */
  public static final String CLOSES = "closes.gz";

  static final String WEIGHTS = "weights.jsonl";
  static final String VARIANT = "variant-weights.jsonl";

  /** What the job would have alerted somebody to, as on the topic. */
  public static final String ALERTS = "alerts.jsonl";

  /** What was refused, as on the topic. */
  public static final String DEAD_LETTERS = "dead-letter.jsonl";

  static final String CONFIGURATION = "config.yaml";
  static final String REPORT_JSON = "report.json";
  static final String EQUITY_CSV = "equity.csv";
  static final String WEIGHTS_CSV = "weights.csv";
  static final String RETURNS_CSV = "strategy-returns.csv";

  /** The page: what to open. */
  public static final String REPORT_HTML = "report.html";

  private static final List<String> PUBLISHED =
      List.of(
          RETURNS,
          WEIGHTS,
          VARIANT,
          ALERTS,
          DEAD_LETTERS,
          CONFIGURATION,
          EQUITY_CSV,
          WEIGHTS_CSV,
          RETURNS_CSV,
          REPORT_JSON,
          REPORT_HTML);

  private static final Set<String> ONLY_IF_ANY = Set.of(DEAD_LETTERS, ALERTS);

  private static final String WORK = ".backtest-";

  private final Path directory;
  private final WorkDirectory work;
  private boolean leavesEarlier;

  private BacktestFiles(Path directory, WorkDirectory work) {
    this.directory = directory;
    this.work = work;
  }

  /**
   * Makes the directory where it does not exist, and the hidden one.
   *
   * @param inputs files that the backtest reads
   * @throws OutputException when it cannot be made, or a file of the report would replace an input
   */
  public static BacktestFiles in(Path directory, Collection<Path> inputs) throws IOException {
    Path made = require(directory, inputs);
    try {
      return new BacktestFiles(made, WorkDirectory.in(made, WORK));
    } catch (IOException e) {
      throw OutputException.of(directory, e);
    }
  }

  /** Insists that the files of a report can be written there, and are no inputs. */
  public static Path require(Path directory, Collection<Path> inputs) throws IOException {
    return OutputPath.directory(directory, PUBLISHED, inputs);
  }

  /** Where files are made until they are published. */
  Path work() {
    return work.path();
  }

  Path work(String file) {
    return work.path().resolve(file);
  }

  /**
   * Puts what was made where it belongs, and takes away what an earlier run left and this has not.
   */
  void publish() throws IOException {
    for (String file : PUBLISHED) {
      if (isMade(file)) {
        OutputFile.adopt(work(file), directory.resolve(file));
      } else {
        Files.deleteIfExists(directory.resolve(file));
      }
    }
    leavesEarlier = true;
  }

  /** A run without rejected records has no file of them, and neither one without alerts. */
  private boolean isMade(String file) throws IOException {
    Path made = work(file);
    return Files.exists(made) && (Files.size(made) > 0 || !ONLY_IF_ANY.contains(file));
  }

  /**
   * Leaves of a failed run its dead letters, and moves what an earlier one has left.
   *
   * @param deadLetters of the failed run; need not exist
   * @param more names of files that the earlier run has left besides those of a report
   */
  public static void failed(Path directory, Path deadLetters, List<String> more)
      throws IOException {
    setAside(directory, more);
    if (Files.exists(deadLetters) && Files.size(deadLetters) > 0) {
      OutputFile.write(directory.resolve(DEAD_LETTERS), Files.readAllBytes(deadLetters));
    }
  }

  /**
   * Moves what an earlier run has left, so that nobody takes it for the result of this one.
   *
   * @param more names of files that it has left besides those of a report
   */
  public static void setAside(Path directory, List<String> more) throws IOException {
    List<String> files = new ArrayList<>(PUBLISHED);
    files.addAll(more);
    EarlierRun.setAside(directory, files);
  }

  /** The user has stopped the run: what was there before is still what is there. */
  public void interrupted() {
    leavesEarlier = true;
  }

  /** Of a run that has failed only the dead letters stay, which may say why. */
  @Override
  public void close() throws IOException {
    try (work) {
      if (!leavesEarlier) {
        leavesEarlier = true;
        failed(directory, work(DEAD_LETTERS), List.of());
      }
    }
  }
}
