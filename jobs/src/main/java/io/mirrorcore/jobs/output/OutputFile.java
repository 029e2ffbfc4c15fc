package io.mirrorcore.jobs.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * One file of output, which exists as a whole or not at all, whenever the process is killed: it
 * bears the name {@code FILE.part} until {@link #complete()}, and is gone when it is closed before.
 * Where there is no file to replace, as with a pipe, the bytes go straight there.
 */
public final class OutputFile implements AutoCloseable {

  private final OutputPath path;
  private final FileClaim claim; // null where the bytes go straight to the target
  private final OutputStream out;
  private boolean complete;

  private OutputFile(OutputPath path, FileClaim claim, OutputStream out) {
    this.path = path;
    this.claim = claim;
    this.out = new Named(out);
  }

  /**
   * Opens a file; what stands there stays until this one is complete.
   *
   * @throws OutputException when it cannot be written, or another program is writing it
   */
  public static OutputFile open(Path file) throws OutputException {
    OutputPath path = OutputPath.ofFile(file, List.of());
    try {
      if (path.direct()) {
        // Never truncated: standard output may be a file that others write into as well.
        return new OutputFile(
            path,
            null,
            Files.newOutputStream(
                path.target(), StandardOpenOption.WRITE, StandardOpenOption.APPEND));
      }
      FileClaim claim = claimed(path);
      return new OutputFile(path, claim, Channels.newOutputStream(claim.channel()));
    } catch (IOException e) {
      throw OutputException.of(file, e);
    }
  }

  /** A part that a killed program has left is taken over; that of a live one is not. */
  private static FileClaim claimed(OutputPath path) throws IOException {
    FileClaim claim =
        FileClaim.take(path.part())
            .orElseThrow(
                () ->
                    new OutputException(
                        "cannot write %s: another program is writing it (%s)"
                            .formatted(path.given(), path.part())));
    claim.channel().truncate(0);
    return claim;
  }

  /** Writes a whole file. */
  public static void write(Path file, byte[] content) throws OutputException {
    try (OutputFile output = open(file)) {
      output.stream().write(content);
      output.complete();
    } catch (IOException e) {
      throw OutputException.of(file, e);
    }
  }

  /**
   * Puts a finished file in its place.
   *
   * @param made a file that nobody else uses, on any file system; gone afterwards
   */
  public static void adopt(Path made, Path file) throws OutputException {
    OutputPath path = OutputPath.ofFile(file, List.of());
    try {
      if (!path.direct() && isMoved(made, path.target())) {
        return;
      }
      try (OutputFile output = open(file)) {
        Files.copy(made, output.stream());
        output.complete();
      }
      Files.delete(made);
    } catch (IOException e) {
      throw OutputException.of(file, e);
    }
  }

  private static boolean isMoved(Path made, Path target) throws IOException {
    try {
      Files.move(made, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (AtomicMoveNotSupportedException e) {
      return false; // another file system
    }
  }

  /** Where the bytes go; its errors are sentences that name the file. */
  public OutputStream stream() {
    return out;
  }

  /** Says that all is written, and puts the file in its place. */
  public void complete() throws OutputException {
    try {
      out.close();
      if (claim != null) {
        claim.close();
        Files.move(
            path.part(),
            path.target(),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
      complete = true;
    } catch (IOException e) {
      throw OutputException.of(path.given(), e);
    }
  }

  /** Takes away what is not complete. */
  @Override
  public void close() throws OutputException {
    if (complete) {
      return;
    }
    complete = true; // a second call has nothing to do
    try {
      if (claim != null) {
        Files.deleteIfExists(path.part());
        claim.close();
      }
      out.close();
    } catch (IOException e) {
      throw OutputException.of(path.given(), e);
    }
  }

  /** Bytes to a file whose name is in every error. */
  private final class Named extends FilterOutputStream {

    Named(OutputStream bytes) {
      super(bytes);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw OutputException.of(path.given(), e);
      }
    }
  }
}
