package io.mirrorcore.tune;

import io.mirrorcore.backtest.report.TuningSummary;
import java.util.List;

/**
 * A search for the best lambda and eta. The next trials depend on the results so far and on nothing
 * else, so that an interrupted search continues as if it had never stopped.
 */
public interface Search {

  /** Its name: {@code grid} or {@code bayes}. */
  String method();

  /** The search without its number of trials: equal ones ask the same, given the same results. */
  String identity();

  /** Trials in all, at least 2. */
  int calls();

  /**
   * What to try next.
   *
   * @param results of all that was asked for before, in order of their numbers
   * @return trials that do not depend on each other, numbered on from the results; none at the end
   */
  List<TrialPoint> next(List<TrialResult> results);

  /**
   * The scores on the grid that was searched, or null where there was none.
   *
   * @param results of all trials, in order
   */
  TuningSummary.Heatmap heatmap(List<TrialResult> results);
}
