package io.mirrorcore.consumer;

/** A value that is no record of weights; the message says what it is instead. */
public final class UnreadableRecordException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** How far it is from one. */
  public enum Kind {
    /** No JSON object, or not of the types that weights have. */
    DAMAGED,
    /** An object that is sound but of another topic, such as an alert. */
    FOREIGN,
    /** Weights that lack a field which the proof needs, or which every consumer does. */
    INCOMPLETE
  }

  private final Kind kind;

  UnreadableRecordException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
