package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.output.WorkDirectory;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a command in the form of the topics: those that have it as they lie there, of others
 * copies that are deleted when this is closed or the program is ended before that.
 */
public final class PlainFiles implements AutoCloseable {

  private final Map<RecordKind, Path> market = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private Path returns;
  private WorkDirectory directory;
  private Thread deletion;

  private PlainFiles() {}

  /**
   * Writes what copies are needed.
   *
   * @param market by kind
   * @param returns or null
   * @param scratch directory under which copies may be put, or null for the system's own
   * @param intervalMs of bars that lie too far apart to tell it; 0 where nobody knows
   */
  public static PlainFiles of(
      Map<RecordKind, VendorInput> market,
      VendorInput returns,
      InputTimes times,
      Path scratch,
      long intervalMs)
      throws IOException {
    PlainFiles plain = new PlainFiles();
    try {
      for (Map.Entry<RecordKind, VendorInput> input : market.entrySet()) {
        plain.market.put(
            input.getKey(),
            plain.market(input.getKey(), input.getValue(), times, scratch, intervalMs));
      }
      plain.returns = returns == null ? null : plain.returns(returns, times, scratch);
      return plain;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private Path market(
      RecordKind kind, VendorInput input, InputTimes times, Path scratch, long intervalMs)
      throws IOException {
    if (input.mapping() == null) {
      return input.files().get(0);
    }
    PlainFile file = new PlainFile(input, times);
    Path plain = file.write(directory(scratch, kind.name()), intervalMs);
    notes.addAll(file.notes());
    return plain;
  }

  private Path returns(VendorInput input, InputTimes times, Path scratch) throws IOException {
    Path file = input.files().get(0);
    if (input.mapping() == null) {
      return file;
    }
    PlainReturns table = new PlainReturns(input.mapping(), times);
    Path plain = table.write(file, directory(scratch, "returns"));
    notes.addAll(table.notes());
    return plain;
  }

  /** Of each kind its own: two files of two kinds may have one name. */
  private Path directory(Path scratch, String name) throws IOException {
    if (directory == null) {
      Path parent =
          scratch == null
              ? Path.of(System.getProperty("java.io.tmpdir"))
              : Files.createDirectories(scratch);
      directory = WorkDirectory.in(parent, ".mirrorcore-plain-");
      deletion = new Thread(this::deleteQuietly, "delete-plain-files");
      Runtime.getRuntime().addShutdownHook(deletion);
    }
    return Files.createDirectories(directory.path().resolve(name));
  }

  /** Files of market data by kind. */
  public Map<RecordKind, Path> market() {
    return market;
  }

  /** The file of strategy returns, or null. */
  public Path returns() {
    return returns;
  }

  /** What was done to the files that their owner should know, a sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void close() throws IOException {
    if (directory != null) {
      directory.close();
      try {
        Runtime.getRuntime().removeShutdownHook(deletion);
      } catch (IllegalStateException e) {
        // The program is being ended: the hook finds nothing more to do.
      }
      directory = null;
    }
  }

  private void deleteQuietly() {
    try {
      directory.close();
    } catch (IOException e) {
      // The program ends, and there is nobody left to tell.
    }
  }
}
