package io.mirrorcore.local.cli.research;

import static io.mirrorcore.jobs.study.StudyCells.basisPoints;
import static io.mirrorcore.jobs.study.StudyCells.interval;
import static io.mirrorcore.jobs.study.StudyCells.number;
import static io.mirrorcore.jobs.study.StudyCells.percent;
import static io.mirrorcore.jobs.study.StudyCells.sharpe;

import io.mirrorcore.jobs.study.StudyCells;
import io.mirrorcore.jobs.study.StudyReport;
import io.mirrorcore.study.InformationCoefficient;
import io.mirrorcore.study.RegimeAccount;
import io.mirrorcore.study.Sleeve;
import io.mirrorcore.study.StrategyStudy;
import java.util.List;

/** A study in tables: all strategies, or one by symbol and regime. */
final class StudyText {

  private static final String ACCOUNT = "%-20s %7s %12s %8s %8s %7s %9s %9s %20s %7s%n";
  private static final String INFORMATION = "%-20s %14s %14s %14s %9s%n";
  private static final String REGIME = "%-20s %9s %8s %9s %9s %20s%n";

  private StudyText() {}

  static String of(StudyReport report) {
    StringBuilder text = new StringBuilder();
    text.append(report.shown()).append("\n\n");
    List<StrategyStudy> strategies = report.study().strategies();
    if (strategies.size() == 1) {
      appendOne(text, strategies.get(0));
    } else {
      appendAll(text, strategies);
    }
    report.notes().forEach(note -> text.append('\n').append(note).append('\n'));
    return text.append('\n').toString();
  }

  private static void appendAll(StringBuilder text, List<StrategyStudy> strategies) {
    text.append(accountHead("Strategy"));
    strategies.forEach(s -> text.append(account(s.id(), s.together())));
    text.append('\n').append(informationHead("Strategy"));
    strategies.forEach(s -> text.append(information(s.id(), s.together(), half(s))));
  }

  private static void appendOne(StringBuilder text, StrategyStudy strategy) {
    text.append(accountHead("Symbol")).append(account("together", strategy.together()));
    strategy.symbols().forEach(s -> text.append(account(s.symbol(), s)));
    text.append('\n').append(informationHead("Symbol"));
    text.append(information("together", strategy.together(), half(strategy)));
    strategy.symbols().forEach(s -> text.append(information(s.symbol(), s, "")));
    text.append('\n');
    text.append(String.format(REGIME, "Regime", "bars", "in pos.", "gross", "net", "95 %"));
    strategy.regimes().forEach(regime -> text.append(regime(regime)));
    text.append(decay(strategy.decay()));
  }

  private static String accountHead(String first) {
    return String.format(
        ACCOUNT, first, "trades", "a year", "in pos.", "holding", "hits", "gross", "net", "95 %",
        "b/e bp");
  }

  private static String account(String name, Sleeve sleeve) {
    return String.format(
        ACCOUNT,
        name,
        number((double) sleeve.activity().trades(), 0),
        number(sleeve.activity().tradesAYear(), 1),
        percent(sleeve.activity().deployed()),
        number(sleeve.activity().holdingBars(), 1),
        percent(sleeve.activity().hitRate()),
        sharpe(sleeve.account().gross()),
        sharpe(sleeve.account().net()),
        interval(sleeve.account().net()),
        basisPoints(sleeve.account().breakEvenCost()));
  }

  private static String informationHead(String first) {
    return String.format(INFORMATION, first, "IC 1 (t)", "IC 5 (t)", "IC 20 (t)", "half");
  }

  private static String information(String name, Sleeve sleeve, String half) {
    return String.format(
        INFORMATION,
        name,
        StudyCells.information(sleeve.over(1)),
        StudyCells.information(sleeve.over(5)),
        StudyCells.information(sleeve.over(20)),
        half);
  }

  private static String half(StrategyStudy strategy) {
    Integer bars = strategy.halfLifeBars();
    return number(bars == null ? null : bars.doubleValue(), 0);
  }

  private static String regime(RegimeAccount regime) {
    return String.format(
        REGIME,
        regime.regime(),
        number((double) regime.bars(), 0),
        percent(regime.deployed()),
        sharpe(regime.account().gross()),
        sharpe(regime.account().net()),
        interval(regime.account().net()));
  }

  private static String decay(List<InformationCoefficient> decay) {
    StringBuilder bars = new StringBuilder(String.format("%n%-20s", "IC of the bar"));
    StringBuilder values = new StringBuilder(String.format("%n%-20s", ""));
    for (InformationCoefficient ic : decay) {
      bars.append(String.format(" %14s", "+" + ic.bars()));
      values.append(String.format(" %14s", StudyCells.information(ic)));
    }
    return decay.isEmpty() ? "" : bars.append(values).append('\n').toString();
  }
}
