package io.mirrorcore.jobs.cli;

import io.mirrorcore.failure.UserError;

/** A command or a job cannot do what it was asked to. */
public final class CommandFailure extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  public CommandFailure(String sentence) {
    super(sentence);
  }
}
