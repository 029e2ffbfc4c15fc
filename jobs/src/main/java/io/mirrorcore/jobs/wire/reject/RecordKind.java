package io.mirrorcore.jobs.wire.reject;

/** The four kinds of input record. Checkpoints store their positions, so new ones go to the end. */
public enum RecordKind {
  /** A bar of the prices topic. */
  BAR,
  /** A trade or quote of the ticks topic. */
  TICK,
  /** A print of the options-flow topic. */
  OPTION,
  /** A split or dividend of the adjustments topic. */
  ADJUSTMENT
}
