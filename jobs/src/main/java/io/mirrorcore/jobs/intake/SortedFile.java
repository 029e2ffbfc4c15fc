package io.mirrorcore.jobs.intake;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.wire.csv.FramedLines;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writer of a copy of a file with its records in the order of time. Records of one time keep their
 * order; one whose time cannot be read stays behind the one before it. The copy has the name of the
 * file, which dead letters bear, and its records keep the numbers of their lines.
 */
final class SortedFile {

  /** Memory for lines: a small part of the smallest heap that anything here runs with. */
  private static final long BUDGET = 32L << 20;

  private SortedFile() {}

  /**
   * Writes the copy.
   *
   * @param kind of market data; null for strategy returns
   * @param directory for it and, meanwhile, for temporary files
   * @return the copy
   */
  static Path write(Path file, RecordKind kind, IntakePlan plan, Path directory)
      throws IOException {
    return write(file, kind, plan, directory, BUDGET);
  }

  static Path write(Path file, RecordKind kind, IntakePlan plan, Path directory, long budget)
      throws IOException {
    Path sorted = directory.resolve(file.getFileName());
    try (IntakeFile records = IntakeFile.open(file, kind, plan.parser());
        ExternalSort sort = new ExternalSort(directory, budget)) {
      addAll(records, sort);
      try (FramedLines out = new FramedLines(stream(sorted))) {
        write(records.headerLine(), sort.sorted(), out);
      }
    } catch (IOException e) {
      throw e instanceof UserError ? e : new SortException(file, directory, e);
    }
    return sorted;
  }

  private static void addAll(IntakeFile records, ExternalSort sort) throws IOException {
    long time = Long.MIN_VALUE;
    long sequence = 0;
    for (IntakeRecord record = records.next(); record != null; record = records.next()) {
      time = record.isRejected() ? time : record.time();
      sort.add(new TimedLine(time, sequence++, record.source().offset(), record.raw()));
    }
  }

  private static void write(byte[] header, SortedRun.Lines lines, FramedLines out)
      throws IOException {
    if (header != null) {
      out.write(1, header);
    }
    for (TimedLine line = lines.next(); line != null; line = lines.next()) {
      out.write(line.line(), line.bytes());
    }
  }

  private static OutputStream stream(Path file) throws IOException {
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
  }

  /** There is no room for the copy, or the like. */
  private static final class SortException extends IOException implements UserError {

    private static final long serialVersionUID = 1;

    SortException(Path file, Path directory, IOException cause) {
      super(
          "%s is not in the order of time and cannot be sorted in %s (%s); make room there, or sort the file by time"
              .formatted(file, directory, cause.getMessage()),
          cause);
    }
  }
}
