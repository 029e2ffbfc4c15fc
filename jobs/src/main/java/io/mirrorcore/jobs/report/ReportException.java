package io.mirrorcore.jobs.report;

import io.mirrorcore.failure.UserError;

/** Why there is no report to be shown; the message is one sentence for the user. */
public final class ReportException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  public ReportException(String sentence) {
    super(sentence);
  }
}
