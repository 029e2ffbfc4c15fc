package io.mirrorcore.jobs.wire.csv;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.wire.text.OneLine;
import java.io.IOException;

/** A file that cannot be read as CSV at all: one sentence with its name and what is wrong. */
public class CsvException extends IOException implements UserError {

  private static final long serialVersionUID = 1;

  public CsvException(String message) {
    super(OneLine.of(message));
  }

  public CsvException(String message, IOException cause) {
    super(OneLine.of(message), cause);
  }
}
