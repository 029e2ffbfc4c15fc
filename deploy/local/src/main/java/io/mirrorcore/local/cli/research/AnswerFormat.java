package io.mirrorcore.local.cli.research;

/** How a single answer is printed. */
enum AnswerFormat {
  /** One JSON object with every digit. */
  JSON,
  /** Lines for people. */
  TABLE
}
