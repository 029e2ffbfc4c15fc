package io.mirrorcore.bench.command;

/** What the bench can look at. */
enum Area {
  /** Processor time a record of markets of usual size. */
  THROUGHPUT,
  /** From the close of a bar to its weights, live. */
  LATENCY,
  /** Processor time a record as symbols and portfolios become many. */
  SCALE,
  /** A backtest from its files to its report. */
  REPLAY,
  /** Processor time of commands that end at once. */
  STARTUP
}
