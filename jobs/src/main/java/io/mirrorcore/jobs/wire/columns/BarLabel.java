package io.mirrorcore.jobs.wire.columns;

/** Which moment of a bar its vendor stamps it with. */
public enum BarLabel {
  /** Its close, as the topics have it. */
  CLOSE,
  /** Its open: it is moved by its interval. */
  OPEN,
  /** Its last millisecond or microsecond: the next whole second is its close. */
  LAST
}
