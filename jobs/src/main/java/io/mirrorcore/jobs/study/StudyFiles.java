package io.mirrorcore.jobs.study;

import io.mirrorcore.jobs.backtest.EarlierRun;
import io.mirrorcore.jobs.output.OutputException;
import io.mirrorcore.jobs.output.OutputFile;
import io.mirrorcore.jobs.output.OutputPath;
import io.mirrorcore.jobs.output.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The directory that a study leaves behind. All files are made in a hidden directory inside it and
 * moved when the last one is complete, the page last: a run that is interrupted leaves what was
 * there before. Of a run that fails only the dead letters stay, and what was there before is moved
 * to {@link EarlierRun#DIRECTORY}.
 */
public final class StudyFiles implements AutoCloseable {

  /** All figures. */
  public static final String STUDY_JSON = "study.json";

  /** The page: what to open. */
  public static final String STUDY_HTML = "study.html";

  /** What was refused, as on the topic. */
  static final String DEAD_LETTERS = "dead-letter.jsonl";

  static final String BARS = "ledger.jsonl.gz";

  private static final List<String> PUBLISHED = List.of(DEAD_LETTERS, STUDY_JSON, STUDY_HTML);
  private static final String WORK = ".study-";

  private final Path directory;
  private final WorkDirectory work;
  private boolean leavesEarlier;

  private StudyFiles(Path directory, WorkDirectory work) {
    this.directory = directory;
    this.work = work;
  }

  /**
   * Makes the directory where it does not exist, and the hidden one.
   *
   * @param inputs files that the study reads
   * @throws OutputException when it cannot be made, or a file of the study would replace an input
   */
  public static StudyFiles in(Path directory, Collection<Path> inputs) throws IOException {
    Path made = require(directory, inputs);
    try {
      return new StudyFiles(made, WorkDirectory.in(made, WORK));
    } catch (IOException e) {
      throw OutputException.of(directory, e);
    }
  }

  /** Insists that the files of a study can be written there, and are no inputs. */
  public static Path require(Path directory, Collection<Path> inputs) throws OutputException {
    return OutputPath.directory(directory, PUBLISHED, inputs);
  }

  Path work(String file) {
    return work.path().resolve(file);
  }

  /** Puts what was made where it belongs; of dead letters only where there are any. */
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

  private boolean isMade(String file) throws IOException {
    Path made = work(file);
    return Files.exists(made) && (Files.size(made) > 0 || !file.equals(DEAD_LETTERS));
  }

  /** The user has stopped the run: what was there before is still what is there. */
  public void interrupted() {
    leavesEarlier = true;
  }

  /** Moves what an earlier study has left, so that nobody takes it for the result of this one. */
  public static void setAside(Path directory, Collection<Path> inputs) throws IOException {
    require(directory, inputs); // an input is not moved
    EarlierRun.setAside(directory, PUBLISHED, STUDY_HTML);
  }

  @Override
  public void close() throws IOException {
    try (work) {
      if (!leavesEarlier) {
        leavesEarlier = true;
        EarlierRun.setAside(directory, PUBLISHED, STUDY_HTML);
        Path letters = work(DEAD_LETTERS);
        if (Files.exists(letters) && Files.size(letters) > 0) {
          OutputFile.write(directory.resolve(DEAD_LETTERS), Files.readAllBytes(letters));
        }
      }
    }
  }
}
