package io.mirrorcore.jobs.wire.reject;

/**
 * The reasons for which a record becomes a dead letter. Their names are published, so none is ever
 * renamed; checkpoints store their positions, so new ones go to the end.
 */
public enum RejectReason {
  /** No JSON, no object, a ragged row, or a field of the wrong type. */
  MALFORMED,
  /** A field that every record of the kind must have is absent. */
  MISSING_FIELD,
  /** A number is NaN or infinite. */
  NOT_FINITE,
  /** A number, time or name outside of what it can mean. */
  OUT_OF_RANGE,
  /** A bar's high is below its low. */
  HIGH_BELOW_LOW,
  /** The best bid is above the best ask. */
  CROSSED_BOOK,
  /** The levels of one side are not best first, or one price is there twice. */
  UNORDERED_BOOK,
  /** A tick type, option type or aggressor that does not exist. */
  UNKNOWN_TYPE,
  /** More bytes than configured, or more levels than a book may have. */
  OVERSIZE,
  /** An event time too far ahead of the broker's time stamp: it would run away with the clock. */
  FAR_FUTURE,
  /** Came after its bar had been computed. */
  LATE,
  /** A second bar of the same symbol and time. */
  DUPLICATE,
  /** A bar of a symbol whose bars are plainly not {@code bars.interval} apart. */
  WRONG_INTERVAL,
  /** Of a time at which the market of its symbol is closed, where bars are those of sessions. */
  OUT_OF_SESSION
}
