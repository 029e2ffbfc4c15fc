package io.mirrorcore.local.cli.research;

/** The formats in which a command prints its one result. */
enum AnswerFormat {
  /** One JSON object with every digit. */
  JSON,
  /** Lines for people. */
  TABLE
}
