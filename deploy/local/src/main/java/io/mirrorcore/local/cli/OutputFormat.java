package io.mirrorcore.local.cli;

/** The formats in which a command prints records. */
public enum OutputFormat {
  /** Lines for people. */
  TEXT,
  /** One JSON object a line, the bytes of the topic. */
  JSON
}
