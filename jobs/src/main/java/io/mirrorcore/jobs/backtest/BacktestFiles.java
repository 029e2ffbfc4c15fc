package io.mirrorcore.jobs.backtest;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory that a backtest leaves behind. All files are made in a hidden directory inside it
 * and moved when the last one is complete, the page last: a run that is interrupted leaves what was
 * there before.
 */
public final class BacktestFiles implements AutoCloseable {

  /** Strategy returns, as on the topic. */
  public static final String RETURNS = "strategy-returns.jsonl";

  static final String WEIGHTS = "weights.jsonl";
  static final String VARIANT = "variant-weights.jsonl";

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
          DEAD_LETTERS,
          CONFIGURATION,
          EQUITY_CSV,
          WEIGHTS_CSV,
          RETURNS_CSV,
          REPORT_JSON,
          REPORT_HTML);

  private final Path directory;
  private final Path work;

  private BacktestFiles(Path directory, Path work) {
    this.directory = directory;
    this.work = work;
  }

  /**
   * Makes the directory where it does not exist, and the hidden one.
   *
   * @throws BacktestException when it cannot be made
   */
  public static BacktestFiles in(Path directory) throws IOException {
    try {
      Files.createDirectories(directory);
      return new BacktestFiles(directory, Files.createTempDirectory(directory, ".backtest-"));
    } catch (FileAlreadyExistsException e) {
      throw new BacktestException(directory + " is a file; give a directory for the report");
    } catch (AccessDeniedException e) {
      throw new BacktestException("cannot write into " + directory + ": permission denied");
    }
  }

  /** Where files are made until they are published. */
  Path work() {
    return work;
  }

  Path work(String file) {
    return work.resolve(file);
  }

  /**
   * Puts what was made where it belongs, and takes away what an earlier run left and this has not.
   */
  void publish() throws IOException {
    for (String file : PUBLISHED) {
      Path made = work.resolve(file);
      if (Files.exists(made) && (Files.size(made) > 0 || !file.equals(DEAD_LETTERS))) {
        Files.move(
            made,
            directory.resolve(file),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.deleteIfExists(directory.resolve(file));
      }
    }
  }

  /** Puts what was refused where it belongs, for a run of which there is no report. */
  void publishDeadLetters() throws IOException {
    Path made = work.resolve(DEAD_LETTERS);
    if (Files.exists(made) && Files.size(made) > 0) {
      Files.move(
          made,
          directory.resolve(DEAD_LETTERS),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> left = Files.walk(work)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
