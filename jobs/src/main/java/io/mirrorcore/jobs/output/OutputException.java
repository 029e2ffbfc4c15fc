package io.mirrorcore.jobs.output;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.wire.text.OneLine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file or directory cannot be written: one sentence with its path and the reason. */
public final class OutputException extends IOException implements UserError {

  private static final long serialVersionUID = 1;

  OutputException(String sentence) {
    super(OneLine.of(sentence));
  }

  private OutputException(String sentence, IOException cause) {
    super(OneLine.of(sentence), cause);
  }

  /**
   * The sentence for what the operating system has said.
   *
   * @param path as the user gave it
   */
  public static OutputException of(Path path, IOException e) {
    return e instanceof OutputException known
        ? known
        : new OutputException("cannot write " + path + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such directory";
    }
    String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    if (said == null) {
      return e.getClass().getSimpleName();
    }
    return said.contains("No space left")
        ? "no space left on the device; free some, or give another path"
        : Character.toLowerCase(said.charAt(0)) + said.substring(1);
  }
}
