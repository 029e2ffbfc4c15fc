package io.mirrorcore.local.cli;

/** How records are printed. */
public enum OutputFormat {
  /** Lines for people. */
  TEXT,
  /** One JSON object a line, the bytes of the topic. */
  JSON
}
