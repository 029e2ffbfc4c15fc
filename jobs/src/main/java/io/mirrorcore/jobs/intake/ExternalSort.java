package io.mirrorcore.jobs.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * External merge sort of lines by time: stable, deterministic, and in memory that does not grow
 * with the file. Lines are collected until the budget is full, sorted, and written as one run; the
 * runs are merged as they are read. So many runs that all cannot be open at once are merged into
 * one on the way (Knuth, The Art of Computer Programming 3, 5.4.1).
 */
final class ExternalSort implements Closeable {

  private static final int MOST_RUNS = 64;

  private final Path directory;
  private final long budget;
  private List<TimedLine> collected = new ArrayList<>();
  private final List<SortedRun> runs = new ArrayList<>();
  private long memory;
  private long files;

  /**
   * @param directory for temporary files, which are gone after {@link #close}
   * @param budget bytes of memory for lines, above 0
   */
  ExternalSort(Path directory, long budget) {
    this.directory = directory;
    this.budget = budget;
  }

  void add(TimedLine line) throws IOException {
    collected.add(line);
    memory += line.memory();
    if (memory > budget) {
      spill();
    }
  }

  /** All lines in order; to be asked for once, when all are there. */
  SortedRun.Lines sorted() throws IOException {
    if (runs.isEmpty()) {
      return inMemory();
    }
    spill();
    return merged();
  }

  private void spill() throws IOException {
    runs.add(SortedRun.write(nextFile(), inMemory()));
    collected = new ArrayList<>();
    memory = 0;
    if (runs.size() == MOST_RUNS) {
      SortedRun one = SortedRun.write(nextFile(), merged());
      closeRuns();
      runs.add(one);
    }
  }

  private Path nextFile() {
    return directory.resolve("run-" + files++);
  }

  private SortedRun.Lines inMemory() {
    collected.sort(null);
    Iterator<TimedLine> lines = collected.iterator();
    return () -> lines.hasNext() ? lines.next() : null;
  }

  /** The next line of a run. */
  private record Head(TimedLine line, SortedRun run) {}

  private SortedRun.Lines merged() throws IOException {
    PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::line));
    for (SortedRun run : runs) {
      push(heads, run);
    }
    return () -> {
      Head head = heads.poll();
      if (head == null) {
        return null;
      }
      push(heads, head.run());
      return head.line();
    };
  }

  private static void push(PriorityQueue<Head> heads, SortedRun run) throws IOException {
    TimedLine line = run.next();
    if (line != null) {
      heads.add(new Head(line, run));
    }
  }

  private void closeRuns() throws IOException {
    for (SortedRun run : runs) {
      run.close();
    }
    runs.clear();
  }

  @Override
  public void close() throws IOException {
    closeRuns();
  }
}
