package io.mirrorcore.quality;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One kind of fault in a file.
 *
 * @param fault a {@link Fault}
 * @param meaning what was counted, in words
 * @param count of all symbols together
 * @param bySymbol counts, by symbol
 * @param examples the first of the symbols that have most, at most {@value #EXAMPLES}
 */
public record QualityFinding(
    String fault,
    String meaning,
    long count,
    SortedMap<String, Long> bySymbol,
    List<Example> examples) {

  /** Examples of a finding. */
  public static final int EXAMPLES = 5;

  private static final int BRIEF = 3;

  /**
   * One case.
   *
   * @param symbol of the bar
   * @param time of the bar, epoch milliseconds
   * @param text what was seen
   */
  public record Example(String symbol, long time, String text) {}

  /** The finding in a few words: SPLIT 3 (AAPL, MSFT and 1 more). */
  public String brief() {
    String symbols =
        bySymbol.keySet().stream()
            .limit(BRIEF)
            .map(symbol -> symbol.isEmpty() ? "unreadable" : symbol)
            .collect(Collectors.joining(", "));
    int more = bySymbol.size() - BRIEF;
    return fault + " " + count + " (" + symbols + (more > 0 ? " and " + more + " more)" : ")");
  }

  public QualityFinding {
    bySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(bySymbol));
    examples = List.copyOf(examples);
  }
}
