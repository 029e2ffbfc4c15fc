package io.mirrorcore.strategy.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.BarGrid;
import io.mirrorcore.market.option.OptionContract;
import io.mirrorcore.market.option.OptionFold;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.option.OptionType;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickFold;
import io.mirrorcore.market.tick.TradeClassifier;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.kit.AllShards;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The market of one case of {@code edition2.json}: bars, or a tape, or an options flow. */
final class ReferenceMarket {

  private static final long BAR_MS = 86_400_000;

  /** The script's names of what is not at its default, by those of the strategies. */
  private static final Map<String, String> SCRIPT_NAMES =
      Map.of(
          "rank_window", "rank_window",
          "history", "history",
          "tick_window", "tick_window",
          "rate_bars", "rate-window",
          "own_bars", "imbalance-window");

  private final JsonNode bars;
  private final JsonNode input;

  ReferenceMarket(JsonNode bars, JsonNode input) {
    this.bars = bars;
    this.input = input;
  }

  static List<String> attributes(Strategy strategy) {
    return strategy.attributes(secondEdition(strategy, Map.of()));
  }

  private static Parameters secondEdition(Strategy strategy, Map<String, Double> set) {
    Map<String, Double> all = new TreeMap<>(set);
    if (strategy.hasEditions()) {
      all.put("edition", 2.0);
    }
    return Parameters.of(strategy, all);
  }

  /** All signals by symbol; a single symbol is called S. */
  Map<String, List<Signal>> run(Strategy strategy) {
    Map<String, Double> set = new TreeMap<>();
    input
        .get("parameters")
        .properties()
        .forEach(
            p -> {
              if (SCRIPT_NAMES.containsKey(p.getKey())) {
                set.put(SCRIPT_NAMES.get(p.getKey()), p.getValue().asDouble());
              }
            });
    Parameters parameters = secondEdition(strategy, set);
    if (strategy instanceof SymbolStrategy single) {
      return Map.of("S", alone(single, parameters));
    }
    return together(
        strategy instanceof PairStrategy pairs
            ? new AllShards(pairs, parameters, 3)
            : ((CrossAssetStrategy) strategy).machine(parameters));
  }

  private List<Signal> alone(SymbolStrategy strategy, Parameters parameters) {
    SymbolStrategy.Machine machine = strategy.machine(parameters);
    List<MarketBar> market =
        input.has("tape")
            ? tape(strategy.tradeCapacity(parameters), strategy.quoteCapacity(parameters))
            : input.has("flow") ? flow() : prices();
    return market.stream().map(machine::onBar).toList();
  }

  private List<MarketBar> prices() {
    List<MarketBar> market = new ArrayList<>();
    JsonNode own = bars.get(input.get("symbol").asText());
    for (int i = 0; i < own.get("close").size(); i++) {
      market.add(MarketBar.of(bar("S", own, i)));
    }
    return market;
  }

  private static Bar bar(String symbol, JsonNode own, int i) {
    return new Bar(
        symbol,
        (i + 1) * BAR_MS,
        own.get("open").get(i).asDouble(),
        own.get("high").get(i).asDouble(),
        own.get("low").get(i).asDouble(),
        own.get("close").get(i).asDouble(),
        own.get("volume").get(i).asDouble());
  }

  private Map<String, List<Signal>> together(CrossAssetStrategy.Machine machine) {
    Map<String, List<Signal>> signals = new TreeMap<>();
    List<String> symbols = new ArrayList<>();
    input.get("symbols").forEach(symbol -> symbols.add(symbol.asText()));
    for (int i = 0; i < bars.get(symbols.get(0)).get("close").size(); i++) {
      int at = i;
      List<Signal> answers =
          machine.onBars(symbols.stream().map(s -> bar(s, bars.get(s), at)).toList());
      for (int s = 0; s < symbols.size(); s++) {
        signals.computeIfAbsent(symbols.get(s), name -> new ArrayList<>()).add(answers.get(s));
      }
    }
    return signals;
  }

  private List<MarketBar> tape(int trades, int quotes) {
    List<MarketBar> market = new ArrayList<>();
    TradeClassifier classifier = new TradeClassifier();
    long interval = input.get("interval").asLong();
    BarGrid grid = new BarGrid(interval, LocalTime.MIDNIGHT, ZoneOffset.UTC);
    int next = 0;
    JsonNode tape = input.get("tape");
    double price = 10;
    for (JsonNode node : input.get("bar_closes")) {
      long close = node.asLong();
      TickFold fold = new TickFold(trades, quotes, true);
      for (; next < tape.size() && grid.closeAtOrAfter(time(tape, next)) <= close; next++) {
        Tick tick = tick(tape.get(next));
        price = tick.price() > 0 ? tick.price() : price;
        fold.add(tick, classifier);
      }
      fold.close(close, null);
      Bar bar = new Bar("S", close, price, price, price, price, 1);
      market.add(new MarketBar(bar, fold, new OptionFold("S").toBar()));
    }
    return market;
  }

  private static long time(JsonNode rows, int i) {
    return rows.get(i).get(0).asLong();
  }

  private static Tick tick(JsonNode row) {
    long time = row.get(0).asLong();
    if (row.get(1).asText().equals("QUOTE")) {
      return Tick.quote("S", time, levels(row.get(2)), levels(row.get(3)));
    }
    int side = row.get(4).asInt();
    Aggressor aggressor = side > 0 ? Aggressor.BUY : side < 0 ? Aggressor.SELL : Aggressor.UNKNOWN;
    return Tick.trade("S", time, row.get(2).asDouble(), row.get(3).asDouble(), aggressor);
  }

  private static double[] levels(JsonNode side) {
    double[] levels = new double[2 * side.size()];
    for (int i = 0; i < side.size(); i++) {
      levels[2 * i] = side.get(i).get(0).asDouble();
      levels[2 * i + 1] = side.get(i).get(1).asDouble();
    }
    return levels;
  }

  private List<MarketBar> flow() {
    List<MarketBar> market = new ArrayList<>();
    JsonNode flow = input.get("flow");
    int next = 0;
    double spot = flow.get(0).get(4).asDouble();
    for (JsonNode node : input.get("bar_closes")) {
      long close = node.asLong();
      OptionFold fold = new OptionFold("S");
      for (; next < flow.size() && time(flow, next) <= close; next++) {
        OptionPrint print = print(flow.get(next));
        spot = print.spot();
        fold.add(print);
      }
      Bar bar = new Bar("S", close, spot, spot, spot, spot, 1);
      market.add(new MarketBar(bar, new TickFold(0, 0), fold.toBar()));
    }
    return market;
  }

  private static OptionPrint print(JsonNode row) {
    OptionType type = OptionType.valueOf(row.get(3).asText());
    return new OptionPrint(
        "S",
        row.get(0).asLong(),
        new OptionContract(row.get(1).asLong(), row.get(2).asDouble(), type),
        row.get(4).asDouble(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        row.get(5).asDouble(),
        row.get(6).asDouble(),
        row.get(7).asDouble(),
        row.get(8).asDouble());
  }
}
