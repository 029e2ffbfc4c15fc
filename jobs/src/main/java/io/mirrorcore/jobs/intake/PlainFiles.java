package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.io.IOException;
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
  private final ScratchDirectory copies;
  private Path returns;

  private PlainFiles(Path scratch) {
    copies = new ScratchDirectory(scratch, ".mirrorcore-plain-");
  }

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
    PlainFiles plain = new PlainFiles(scratch);
    try {
      for (Map.Entry<RecordKind, VendorInput> input : market.entrySet()) {
        plain.market.put(
            input.getKey(), plain.market(input.getKey(), input.getValue(), times, intervalMs));
      }
      plain.returns = returns == null ? null : plain.returns(returns, times);
      return plain;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private Path market(RecordKind kind, VendorInput input, InputTimes times, long intervalMs)
      throws IOException {
    if (input.mapping() == null) {
      return input.files().get(0);
    }
    PlainFile file = new PlainFile(input, times);
    Path plain = file.write(copies.of(kind.name()), intervalMs);
    notes.addAll(file.notes());
    return plain;
  }

  private Path returns(VendorInput input, InputTimes times) throws IOException {
    Path file = input.files().get(0);
    if (input.mapping() == null) {
      return file;
    }
    PlainReturns table = new PlainReturns(input.mapping(), times);
    Path plain = table.write(file, copies.of("returns"));
    notes.addAll(table.notes());
    return plain;
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
    copies.close();
  }
}
