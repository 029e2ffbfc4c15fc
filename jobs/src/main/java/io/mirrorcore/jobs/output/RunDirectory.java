package io.mirrorcore.jobs.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The directory that a run leaves behind. All files are made in a hidden directory inside it and
 * moved when the last one is complete, the page last: a run that is interrupted leaves what was
 * there before. A run that fails leaves its dead letters, and what was there before is moved to
 * {@link EarlierRun#DIRECTORY}, so that nobody takes it for what this run has found.
 */
public final class RunDirectory implements AutoCloseable {

  /** What was refused, as on the topic. */
  public static final String DEAD_LETTERS = "dead-letter.jsonl";

  /**
   * What a kind of run leaves.
   *
   * @param published names of the files, in the order in which they are put there, the page last
   * @param onlyIfAny those that are not left where they are empty
   * @param work prefix of the hidden directory
   */
  public record Layout(List<String> published, Set<String> onlyIfAny, String work) {

    public Layout {
      published = List.copyOf(published);
      onlyIfAny = Set.copyOf(onlyIfAny);
    }

    /** What to open. */
    private String page() {
      return published.get(published.size() - 1);
    }

    /**
     * Makes the directory where it does not exist, and the hidden one.
     *
     * @param inputs files that the run reads
     * @throws OutputException when it cannot be made, or a file of the run would replace an input
     */
    public RunDirectory open(Path directory, Collection<Path> inputs) throws IOException {
      Path made = require(directory, inputs);
      try {
        return new RunDirectory(made, this, WorkDirectory.in(made, work));
      } catch (IOException e) {
        throw OutputException.of(directory, e);
      }
    }

    /** Insists that the files of a run can be written there, and are no inputs. */
    public Path require(Path directory, Collection<Path> inputs) throws OutputException {
      return OutputPath.directory(directory, published, inputs);
    }

    /**
     * Leaves of a failed run its dead letters, and moves what an earlier one has left.
     *
     * @param deadLetters of the failed run; need not exist
     * @param more names of files that the earlier run has left besides those of the layout
     */
    public void failed(Path directory, Path deadLetters, List<String> more) throws IOException {
      setAside(directory, more);
      if (Files.exists(deadLetters) && Files.size(deadLetters) > 0) {
        OutputFile.write(directory.resolve(DEAD_LETTERS), Files.readAllBytes(deadLetters));
      }
    }

    /**
     * Moves what an earlier run has left, so that nobody takes it for the result of this one.
     *
     * @param more names of files that it has left besides those of the layout
     */
    public void setAside(Path directory, List<String> more) throws IOException {
      List<String> files = new ArrayList<>(published);
      files.addAll(more);
      EarlierRun.setAside(directory, files, page());
    }
  }

  private final Path directory;
  private final Layout layout;
  private final WorkDirectory work;
  private boolean leavesEarlier;

  private RunDirectory(Path directory, Layout layout, WorkDirectory work) {
    this.directory = directory;
    this.layout = layout;
    this.work = work;
  }

  /** Where files are made until they are published. */
  public Path work() {
    return work.path();
  }

  /** The place of a file there. */
  public Path work(String file) {
    return work.path().resolve(file);
  }

  /**
   * Puts what was made where it belongs, and takes away what an earlier run left and this has not.
   */
  public void publish() throws IOException {
    for (String file : layout.published()) {
      if (isMade(file)) {
        OutputFile.adopt(work(file), directory.resolve(file));
      } else {
        Files.deleteIfExists(directory.resolve(file));
      }
    }
    leavesEarlier = true;
  }

  /** A run without rejected records, say, has no file of them. */
  private boolean isMade(String file) throws IOException {
    Path made = work(file);
    return Files.exists(made) && (Files.size(made) > 0 || !layout.onlyIfAny().contains(file));
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
        layout.failed(directory, work(DEAD_LETTERS), List.of());
      }
    }
  }
}
