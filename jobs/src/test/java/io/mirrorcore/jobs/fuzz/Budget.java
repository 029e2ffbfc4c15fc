package io.mirrorcore.jobs.fuzz;

/**
 * The number of inputs that the fuzz tests try: {@value #DEFAULT} altogether, or as many as {@code
 * -Dmirrorcore.fuzz=N} says, for a long run overnight.
 */
public final class Budget {

  private static final int DEFAULT = 100_000;
  private static final int ALL = Integer.getInteger("mirrorcore.fuzz", DEFAULT);

  private Budget() {}

  /** The inputs of a test that gets this percentage of them. */
  public static int percent(int percentage) {
    return Math.max(1, (int) ((long) ALL * percentage / 100));
  }
}
