package io.mirrorcore.jobs.tune;

import static io.mirrorcore.jobs.wire.csv.CsvText.cell;
import static io.mirrorcore.jobs.wire.csv.CsvText.number;

import io.mirrorcore.tune.TrialResult;
import java.util.List;
import java.util.StringJoiner;

/** All trials as CSV, in the order in which they were asked for. */
final class TrialTable {

  private static final String HEADER =
      "trial,lambda,eta,sharpe,annualReturn,maxDrawdown,turnover\n";

  private TrialTable() {}

  /**
   * The table.
   *
   * @param variants of the strategies, by trial; without a column where there is none
   */
  static String of(List<TrialResult> results, List<String> variants) {
    boolean several = variants.stream().anyMatch(label -> !label.isEmpty());
    StringBuilder text =
        new StringBuilder(several ? HEADER.replace("\n", ",strategies\n") : HEADER);
    for (TrialResult result : results) {
      StringJoiner row = new StringJoiner(",", "", "\n").add(Integer.toString(result.number()));
      row.add(number(result.lambda())).add(number(result.eta())).add(number(result.sharpe()));
      row.add(result.annualReturn() == null ? "" : number(result.annualReturn()));
      row.add(number(result.maxDrawdown()));
      row.add(number(result.turnover()));
      if (several) {
        row.add(cell(variants.get(result.number() - 1)));
      }
      text.append(row);
    }
    return text.toString();
  }
}
