package io.mirrorcore.backtest.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the ensemble was worth its optimiser, in plain words.
 *
 * @param outcome of the comparison with equal weight
 * @param sentence the one to remember
 * @param details the numbers behind it, a sentence each
 */
public record Verdict(Outcome outcome, String sentence, List<String> details) {

  /** Of the comparison with equal weight, by the 99 % interval of the Sharpe difference. */
  public enum Outcome {
    /** Better: the interval lies above 0. */
    SHOWN,
    /** The interval covers 0. */
    NOT_SHOWN,
    /** The interval lies below 0. */
    WORSE
  }

  public Verdict {
    details = List.copyOf(details);
  }

  /** The same with one more of the sentences behind it, at their end. */
  public Verdict with(String detail) {
    List<String> more = new ArrayList<>(details);
    more.add(detail);
    return new Verdict(outcome, sentence, more);
  }

  /** The same with a sentence before the one to remember, which qualifies it. */
  public Verdict after(String warning) {
    return new Verdict(outcome, warning + " " + sentence, details);
  }
}
