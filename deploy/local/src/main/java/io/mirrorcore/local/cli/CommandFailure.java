package io.mirrorcore.local.cli;

/** A command cannot do what it was asked to; the message is one sentence for the user. */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  public CommandFailure(String sentence) {
    super(sentence);
  }
}
