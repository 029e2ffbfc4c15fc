package io.mirrorcore.local.inspect;

import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.intake.FileFindings;
import io.mirrorcore.market.Bar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is odd about bars beside what their quality tells: across symbols, and as a whole. */
final class BarFindings {

  private BarFindings() {}

  static List<String> of(FileFindings found) {
    List<String> findings = new ArrayList<>();
    if (!found.spacing().isKnown()) {
      findings.add("no symbol has two bars: there is no interval, and nothing to compute");
      return findings;
    }
    long interval = found.spacing().intervalMs();
    SessionView session = new SessionView(found.bars(), interval);
    if (session.isMixed()) {
      findings.add(
          "%s trade every day and the others on weekdays: sessions say so, as below"
              .formatted(String.join(", ", session.everyDay())));
    }
    found
        .spacing()
        .otherThan(interval)
        .forEach(
            (symbol, other) ->
                findings.add(
                    "%s has a bar every %s, the others every %s: give each a run of its own"
                        .formatted(symbol, text(other), text(interval))));
    twins(found.bars()).forEach(findings::add);
    flat(found.bars()).forEach(findings::add);
    return findings;
  }

  private static String text(long ms) {
    return DurationText.format(Duration.ofMillis(ms));
  }

  /** Symbols of which every close is that of another one. */
  private static List<String> twins(List<Bar> bars) {
    Map<String, List<Double>> closes = new TreeMap<>();
    bars.forEach(
        bar -> closes.computeIfAbsent(bar.symbol(), s -> new ArrayList<>()).add(bar.close()));
    Map<List<Double>, String> first = new HashMap<>();
    List<String> findings = new ArrayList<>();
    closes.forEach(
        (symbol, prices) -> {
          String other = prices.size() < 3 ? null : first.putIfAbsent(prices, symbol);
          if (other != null) {
            findings.add(
                "%s has the very closes of %s: one of them counts twice".formatted(symbol, other));
          }
        });
    return findings;
  }

  private static List<String> flat(List<Bar> bars) {
    Map<String, double[]> ranges = new TreeMap<>();
    for (Bar bar : bars) {
      double[] range =
          ranges.computeIfAbsent(bar.symbol(), s -> new double[] {bar.close(), bar.close(), 0});
      range[0] = Math.min(range[0], bar.close());
      range[1] = Math.max(range[1], bar.close());
      range[2]++;
    }
    return ranges.entrySet().stream()
        .filter(entry -> entry.getValue()[2] > 2 && entry.getValue()[0] == entry.getValue()[1])
        .map(entry -> entry.getKey() + " never moves: no strategy has anything to trade there")
        .toList();
  }
}
