package io.mirrorcore.jobs.wire.csv;

/** A file of which the header line names other columns than are asked for. */
public final class CsvHeaderException extends CsvException {

  private static final long serialVersionUID = 1;

  CsvHeaderException(String message) {
    super(message);
  }
}
