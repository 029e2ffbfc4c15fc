package io.mirrorcore.bench.command;

import io.mirrorcore.jobs.config.key.FormatKeys;
import io.mirrorcore.jobs.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The cases of {@link Area#THROUGHPUT} and {@link Area#SCALE}. Their names stay: figures of
 * different releases are compared by them.
 */
final class Cases {

  private static final long SECOND = 1_000;
  private static final long MINUTE = 60_000;
  private static final int TICKS = 2_000_000;
  private static final int QUICK_TICKS = 800_000;
  private static final int SYMBOLS_OF_PORTFOLIO = 12;

  private Cases() {}

  static List<BenchCase> throughput(boolean quick) {
    List<BenchCase> cases = new ArrayList<>();
    cases.add(ticks(1_000, 100, MINUTE, quick, 1.0));
    cases.add(inAvro(ticks(1_000, 100, MINUTE, quick, null)));
    if (!quick) {
      cases.add(ticks(100, 100, MINUTE, false, 1.0));
      cases.add(ticks(100, 50, SECOND, false, 0.5));
      cases.add(bars(12, 60_000));
    }
    cases.add(bars(100, quick ? 60_000 : 120_000));
    return cases;
  }

  static List<BenchCase> scale(boolean quick) {
    List<BenchCase> cases = new ArrayList<>();
    cases.add(ticks(10_000, 50, MINUTE, quick, 0.8));
    if (!quick) {
      cases.add(bars(500, 150_000));
      cases.add(portfolios(1, 60_000));
      cases.add(portfolios(20, 120_000));
    }
    return cases;
  }

  private static BenchCase ticks(
      int symbols, int perInterval, long intervalMs, boolean quick, Double goal) {
    boolean minutes = intervalMs == MINUTE;
    return new BenchCase(
        "json-" + symbols + (minutes ? "" : "-1s"),
        "ticks of %,d symbols, bars of %s".formatted(symbols, minutes ? "1 min" : "1 s"),
        Topic.TICKS,
        symbols,
        perInterval,
        intervalMs,
        quick ? QUICK_TICKS : TICKS,
        Map.of("job.inputs", "ticks", "bars.from", "ticks", "bars.interval", intervalMs + "ms"),
        goal);
  }

  /** The same records, with all topics in Avro. */
  private static BenchCase inAvro(BenchCase json) {
    Map<String, String> settings = new TreeMap<>(json.settings());
    for (Topic topic : Topic.values()) {
      settings.put(FormatKeys.of(topic).key(), "avro");
    }
    return new BenchCase(
        json.name().replace("json-", "avro-"),
        json.what() + ", all topics in Avro",
        json.topic(),
        json.symbols(),
        json.perInterval(),
        json.intervalMs(),
        json.records(),
        settings,
        json.goal());
  }

  private static BenchCase bars(int symbols, int records) {
    return bars(
        "bars-" + symbols,
        "bars of %,d symbols".formatted(symbols),
        symbols,
        records,
        Map.of("job.inputs", "prices", "bars.interval", "1m"));
  }

  private static BenchCase bars(
      String name, String what, int symbols, int records, Map<String, String> settings) {
    return new BenchCase(name, what, Topic.PRICES, symbols, 1, MINUTE, records, settings, null);
  }

  /** Portfolios of a dozen symbols each, none in two of them. */
  private static BenchCase portfolios(int count, int records) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("job.inputs", "prices");
    settings.put("bars.interval", "1m");
    for (int p = 0; p < count; p++) {
      StringJoiner symbols = new StringJoiner(",");
      for (int i = 0; i < SYMBOLS_OF_PORTFOLIO; i++) {
        symbols.add("S" + (100_000 + p * SYMBOLS_OF_PORTFOLIO + i));
      }
      settings.put("portfolios.p" + p + ".symbols", symbols.toString());
    }
    return bars(
        "portfolios-" + count,
        "bars of %d portfolios of %d symbols".formatted(count, SYMBOLS_OF_PORTFOLIO),
        count * SYMBOLS_OF_PORTFOLIO,
        records,
        settings);
  }
}
