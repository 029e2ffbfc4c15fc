package io.mirrorcore.bench.figure;

/**
 * Processor time of a process, nanoseconds: in all, and what of it its compilers and its collector
 * took.
 *
 * @param process all threads
 * @param compilers the JIT's threads, which a job that runs for days pays for once
 * @param collector the garbage collector's threads
 */
public record Usage(long process, long compilers, long collector) {

  /** From {@code earlier} to this. */
  public Usage since(Usage earlier) {
    return new Usage(
        process - earlier.process, compilers - earlier.compilers, collector - earlier.collector);
  }

  /** Without the compilers. */
  public long work() {
    return process - compilers;
  }
}
