package io.mirrorcore.quality;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.SymbolRules;
import io.mirrorcore.quality.QualityFinding.Example;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goes over the bars of a file once and says what its owner should know of them. What it calls odd
 * may be right (a crash is a jump): it is shown, and changes nothing.
 */
public final class BarQuality {

  private final ZoneId zone;
  private final SymbolRules<Double> differences;
  private final Map<String, SymbolQuality> symbols = new TreeMap<>();
  private long begins = Long.MAX_VALUE;
  private long ends = Long.MIN_VALUE;

  /**
   * A file without bars yet.
   *
   * @param zone of the exchange: stamps that are at one time of its day, or of a day of UTC, over a
   *     change of daylight saving are right
   */
  public BarQuality(ZoneId zone) {
    this(zone, SymbolRules.none());
  }

  /**
   * A file without bars yet, with symbols whose prices may be 0 or below.
   *
   * @param differences their notionals: returns are differences over them
   */
  public BarQuality(ZoneId zone, SymbolRules<Double> differences) {
    this.zone = zone;
    this.differences = differences;
  }

  /** Takes in a bar that counts; bars of a symbol in order of time. */
  public void add(Bar bar) {
    begins = Math.min(begins, bar.time());
    ends = Math.max(ends, bar.time());
    of(bar.symbol()).add(bar);
  }

  /**
   * Takes note of a record that does not count.
   *
   * @param symbol may be empty where it could not be read
   * @param time epoch milliseconds, 0 where it could not be read
   * @param price whether it is refused for a price of 0 or below
   * @param reason why it is refused, in words
   */
  public void refuse(String symbol, long time, boolean price, String reason) {
    of(symbol).note(price ? Fault.NOT_POSITIVE : Fault.REFUSED, time, reason);
  }

  private SymbolQuality of(String symbol) {
    return symbols.computeIfAbsent(
        symbol, first -> new SymbolQuality(zone, differences.of(symbol)));
  }

  /**
   * What was found, in the order of {@link Fault}; empty where all is well.
   *
   * @param intervalMs between bars, positive
   */
  public List<QualityFinding> findings(long intervalMs) {
    Map<Fault, Map<String, SymbolQuality.Count>> found = new TreeMap<>();
    symbols.forEach(
        (symbol, quality) ->
            quality
                .faults(begins, ends, intervalMs)
                .forEach(
                    (fault, count) ->
                        found.computeIfAbsent(fault, f -> new TreeMap<>()).put(symbol, count)));
    List<QualityFinding> findings = new ArrayList<>();
    found.forEach((fault, counts) -> findings.add(finding(fault, counts)));
    return findings;
  }

  private static QualityFinding finding(Fault fault, Map<String, SymbolQuality.Count> counts) {
    TreeMap<String, Long> bySymbol = new TreeMap<>();
    counts.forEach((symbol, count) -> bySymbol.put(symbol, count.times()));
    List<Example> examples =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<String, SymbolQuality.Count> count) -> -count.getValue().times())
                    .thenComparing(Map.Entry::getKey))
            .limit(QualityFinding.EXAMPLES)
            .map(
                count ->
                    new Example(count.getKey(), count.getValue().time(), count.getValue().text()))
            .toList();
    long all = bySymbol.values().stream().mapToLong(Long::longValue).sum();
    return new QualityFinding(fault.name(), fault.meaning(), all, bySymbol, examples);
  }
}
