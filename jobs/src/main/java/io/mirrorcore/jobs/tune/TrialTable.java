package io.mirrorcore.jobs.tune;

import static io.mirrorcore.jobs.wire.csv.CsvText.number;

import io.mirrorcore.tune.TrialResult;
import java.util.List;
import java.util.StringJoiner;

/** All trials as CSV, in the order in which they were asked for. */
final class TrialTable {

  private static final String HEADER =
      "trial,lambda,eta,sharpe,annualReturn,maxDrawdown,turnover\n";

  private TrialTable() {}

  static String of(List<TrialResult> results) {
    StringBuilder text = new StringBuilder(HEADER);
    for (TrialResult result : results) {
      StringJoiner row = new StringJoiner(",", "", "\n").add(Integer.toString(result.number()));
      row.add(number(result.lambda())).add(number(result.eta())).add(number(result.sharpe()));
      row.add(number(result.annualReturn())).add(number(result.maxDrawdown()));
      text.append(row.add(number(result.turnover())));
    }
    return text.toString();
  }
}
