package io.mirrorcore.local.resume;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.cluster.RetainedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the checkpoints of a job are, and beside them the file {@value #FILE} that says whose they
 * are. Flink makes a directory for each run in it.
 */
public final class CheckpointPlace {

  static final String FILE = "job.json";

  private static final int VERSION = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path checkpoints;
  private final Optional<Path> savepoints;

  /**
   * @param checkpoints directory; need not exist
   * @param savepoints directory of the job's savepoints, which count as well; need not exist
   */
  public CheckpointPlace(Path checkpoints, Optional<Path> savepoints) {
    this.checkpoints = checkpoints.toAbsolutePath().normalize();
    this.savepoints = savepoints.map(path -> path.toAbsolutePath().normalize());
  }

  public Path directory() {
    return checkpoints;
  }

  /**
   * The file.
   *
   * @param version of this form
   * @param binding of the job that last began here
   * @param leftBehind checkpoints and savepoints that were there when it began, which are not its
   *     own
   */
  record Mark(int version, JobBinding binding, Set<String> leftBehind) {

    Mark {
      leftBehind = new TreeSet<>(leftBehind);
    }
  }

  /** The newest state that a job has left since it last began here. */
  Optional<RetainedState> newest(Optional<Mark> mark) {
    Set<String> left = mark.map(Mark::leftBehind).orElse(Set.of());
    return RetainedState.newest(
        states().stream().filter(state -> !left.contains(name(state))).toList());
  }

  private List<RetainedState> states() {
    List<RetainedState> states = new ArrayList<>(RetainedState.checkpoints(checkpoints));
    savepoints.ifPresent(directory -> states.addAll(RetainedState.savepoints(directory)));
    return states;
  }

  /** The same after the whole has been moved elsewhere. */
  private String name(RetainedState state) {
    return checkpoints.relativize(state.path()).toString();
  }

  /** The mark; empty where there is none. */
  Optional<Mark> mark() {
    Path file = checkpoints.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Mark mark = JSON.readValue(file.toFile(), Mark.class);
      if (mark.version() == VERSION) {
        return Optional.of(mark);
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e);
    }
    throw unreadable(file, null);
  }

  private static ContinuationException unreadable(Path file, Exception cause) {
    return new ContinuationException(
        "%s, which says whose the checkpoints beside it are, cannot be read by this version; move %s away, and begin anew with --fresh"
            .formatted(file, file.getParent()),
        cause);
  }

  /**
   * Marks the place as a job's that begins here; whatever is there stays, and is not its own.
   *
   * @param origin the one state that is, where the job goes on from one
   */
  void begin(JobBinding binding, Optional<RetainedState> origin) {
    Set<String> left = new TreeSet<>();
    states().forEach(state -> left.add(name(state)));
    origin.ifPresent(state -> left.remove(name(state)));
    try {
      Files.createDirectories(checkpoints);
      Path part = checkpoints.resolve(FILE + ".part");
      JSON.writerWithDefaultPrettyPrinter()
          .writeValue(part.toFile(), new Mark(VERSION, binding, left));
      Files.move(part, checkpoints.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ContinuationException(
          "cannot write to %s, where the job's checkpoints are to be (%s); set job.checkpoint-dir"
              .formatted(checkpoints, e.getClass().getSimpleName()),
          e);
    }
  }
}
