package io.mirrorcore.jobs.study;

import static io.mirrorcore.jobs.study.StudyCells.basisPoints;
import static io.mirrorcore.jobs.study.StudyCells.interval;
import static io.mirrorcore.jobs.study.StudyCells.number;
import static io.mirrorcore.jobs.study.StudyCells.percent;
import static io.mirrorcore.jobs.study.StudyCells.sharpe;

import io.mirrorcore.study.InformationCoefficient;
import io.mirrorcore.study.RegimeAccount;
import io.mirrorcore.study.Sleeve;
import io.mirrorcore.study.StrategyStudy;
import io.mirrorcore.study.StudyResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A study as one HTML file in the style of the backtest's report. It has no script at all, and its
 * content security policy allows none.
 */
final class StudyPage {

  private static final String STYLE = "/io/mirrorcore/jobs/report/report.css";
  private static final String PAGE = "/io/mirrorcore/jobs/study/study.html";
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
  private static final List<Integer> DECAY_BARS = List.of(1, 2, 3, 5, 10, 20);

  private StudyPage() {}

  /** One line of a table of sleeves. */
  private record Named(String name, Sleeve sleeve) {}

  /** One line of the table of regimes. */
  private record Ruled(String strategy, RegimeAccount account) {}

  /** The page; the same report gives the same bytes. */
  static String of(StudyReport report) {
    StudyResult study = report.study();
    Map<String, String> places =
        Map.of(
            "title", HtmlTable.escaped(report.portfolio()),
            "style", resource(STYLE),
            "shown", HtmlTable.escaped(report.shown()),
            "notes", notes(report.notes()),
            "figures", figures("All strategies", "Strategy", together(study)),
            "decay", decay(study),
            "regimes", regimes(study),
            "correlations", correlations(study),
            "symbols", symbols(study),
            "configuration", HtmlTable.escaped(report.configuration()));
    return PLACE
        .matcher(resource(PAGE))
        .replaceAll(place -> Matcher.quoteReplacement(places.get(place.group(1))));
  }

  private static List<Named> together(StudyResult study) {
    return study.strategies().stream().map(s -> new Named(s.id(), s.together())).toList();
  }

  private static String notes(List<String> notes) {
    return notes.stream()
        .map(note -> "<p class=\"failure\">" + HtmlTable.escaped(note) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String figures(String caption, String of, List<Named> rows) {
    return new HtmlTable<Named>(caption)
        .with(of, "", Named::name)
        .with("Trades", "", r -> number((double) r.sleeve.activity().trades(), 0))
        .with("Trades", "a year", r -> number(r.sleeve.activity().tradesAYear(), 1))
        .with("In position", "share of bars", r -> percent(r.sleeve.activity().deployed()))
        .with("Holding", "bars", r -> number(r.sleeve.activity().holdingBars(), 1))
        .with("Hit rate", "of bars", r -> percent(r.sleeve.activity().hitRate()))
        .with("Sharpe", "gross", r -> sharpe(r.sleeve.account().gross()))
        .with("Interval", "95 %", r -> interval(r.sleeve.account().gross()))
        .with("Sharpe", "net", r -> sharpe(r.sleeve.account().net()))
        .with("Interval", "95 %", r -> interval(r.sleeve.account().net()))
        .with("Return", "net, a year", r -> percent(r.sleeve.account().annualReturn()))
        .with("Turnover", "a year", r -> number(r.sleeve.account().annualTurnover(), 1))
        .with("Break-even", "cost, bp", r -> basisPoints(r.sleeve.account().breakEvenCost()))
        .with("IC 1", "(t)", r -> StudyCells.information(r.sleeve.over(1)))
        .with("IC 5", "(t)", r -> StudyCells.information(r.sleeve.over(5)))
        .with("IC 20", "(t)", r -> StudyCells.information(r.sleeve.over(20)))
        .of(rows);
  }

  private static String decay(StudyResult study) {
    HtmlTable<StrategyStudy> table =
        new HtmlTable<StrategyStudy>("Decay of the signal").with("Strategy", "", StrategyStudy::id);
    for (int bars : DECAY_BARS) {
      table.with("Bar " + bars, "IC (t)", s -> StudyCells.information(at(s.decay(), bars)));
    }
    return table
        .with(
            "Half",
            "bars",
            s -> number(s.halfLifeBars() == null ? null : s.halfLifeBars().doubleValue(), 0))
        .of(study.strategies());
  }

  private static InformationCoefficient at(List<InformationCoefficient> all, int bars) {
    return all.stream().filter(ic -> ic.bars() == bars).findFirst().orElse(null);
  }

  private static String regimes(StudyResult study) {
    List<Ruled> rows =
        study.strategies().stream()
            .filter(StrategyStudy::traded)
            .flatMap(s -> s.regimes().stream().map(r -> new Ruled(s.id(), r)))
            .toList();
    return new HtmlTable<Ruled>("By regime")
        .with("Strategy", "", Ruled::strategy)
        .with("Regime", "", r -> r.account.regime().name())
        .with("Bars", "", r -> number((double) r.account.bars(), 0))
        .with("In position", "share of bars", r -> percent(r.account.deployed()))
        .with("Sharpe", "gross", r -> sharpe(r.account.account().gross()))
        .with("Interval", "95 %", r -> interval(r.account.account().gross()))
        .with("Sharpe", "net", r -> sharpe(r.account.account().net()))
        .with("Interval", "95 %", r -> interval(r.account.account().net()))
        .with("Break-even", "cost, bp", r -> basisPoints(r.account.account().breakEvenCost()))
        .of(rows);
  }

  private static String correlations(StudyResult study) {
    List<String> ids = study.correlated();
    HtmlTable<Integer> table =
        new HtmlTable<Integer>("Correlations of net returns").with("Strategy", "", ids::get);
    for (int i = 0; i < ids.size(); i++) {
      int column = i;
      table.with(ids.get(i), "", row -> number(study.correlations().get(row).get(column), 2));
    }
    return table.of(IntStream.range(0, ids.size()).boxed().toList());
  }

  private static String symbols(StudyResult study) {
    StringBuilder html = new StringBuilder();
    for (StrategyStudy strategy : study.strategies()) {
      if (strategy.traded()) {
        String id = HtmlTable.escaped(strategy.id());
        List<Named> rows = strategy.symbols().stream().map(s -> new Named(s.symbol(), s)).toList();
        html.append("<details><summary>").append(id).append("</summary>\n");
        html.append(figures(strategy.id() + " by symbol", "Symbol", rows)).append("</details>\n");
      }
    }
    return html.toString();
  }

  private static String resource(String name) {
    try (InputStream in = StudyPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
