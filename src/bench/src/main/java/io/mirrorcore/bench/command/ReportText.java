package io.mirrorcore.bench.command;

import io.mirrorcore.bench.figure.CaseResult;
import io.mirrorcore.bench.figure.Change;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results as a table for people. */
final class ReportText {

  private static final String ROW = "%-14s %14s %8s %12s %8s %8s  %s%n";

  private ReportText() {}

  /**
   * The table.
   *
   * @param earlier results to compare with, empty for none
   */
  static String of(List<CaseResult> results, List<CaseResult> earlier) {
    Map<String, CaseResult> before =
        earlier.stream().collect(Collectors.toMap(CaseResult::name, Function.identity()));
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT, ROW, "case", "median", "spread", "records/core", "ratio", "goal", ""));
    for (CaseResult result : results) {
      text.append(row(result));
      CaseResult then = before.get(result.name());
      if (then != null) {
        text.append("  against the earlier one: ")
            .append(Change.between(then, result).words())
            .append(System.lineSeparator());
      }
    }
    return text.toString();
  }

  private static String row(CaseResult result) {
    boolean hasRatio = result.ratioToPassThrough() != null;
    return String.format(
        Locale.ROOT,
        ROW,
        result.name(),
        String.format(Locale.ROOT, "%.3g %s", result.value(), unit(result)),
        percent(result.spread()),
        hasRatio ? String.format(Locale.ROOT, "%,.0f", result.recordsPerCoreSecond()) : "",
        hasRatio ? String.format(Locale.ROOT, "%.2f", result.ratioToPassThrough()) : "",
        goal(result),
        hasRatio
            ? result.what() + ", ratio within " + percent(result.ratioSpread())
            : result.what());
  }

  private static String unit(CaseResult result) {
    return result.unit().equals(CaseResult.MICROS) ? "us" : result.unit();
  }

  private static String goal(CaseResult result) {
    return result.goal() == null
        ? ""
        : String.format(Locale.ROOT, "%s%.3g", result.meetsGoal() ? "ok " : "", result.goal());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
