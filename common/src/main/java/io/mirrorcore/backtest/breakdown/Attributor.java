package io.mirrorcore.backtest.breakdown;

import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.track.TrackWatch;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Makes the {@link Attribution} of a track by looking on while it is run. Memory: a few numbers a
 * symbol and strategy, whatever the length.
 */
public final class Attributor implements TrackWatch {

  private final List<String> strategies;
  private final Scale scale;
  private final TradeLog log;
  private final Map<String, Line> lines = new TreeMap<>();
  private final Tally[] ofStrategies; // by sleeve of strategies, the market behind them
  private double[] weights = {};
  private boolean knowsSymbols;
  private int bars;
  private double end = 1;

  /**
   * What a share is of.
   *
   * @param capital at the start
   * @param leverage by which exposures are multiplied
   * @param barsPerYear above 0
   */
  public record Scale(double capital, double leverage, double barsPerYear) {}

  /** What is held of one symbol, and for whom. */
  private static final class Line {
    private final Tally tally = new Tally();
    private double position;
    private double change;
    private double[] wanted = {};
    private double[] changes = {};
  }

  /**
   * @param strategies in the order of the sleeves
   * @param trades is shown every trade, in order
   */
  public Attributor(List<String> strategies, Scale scale, Consumer<Trade> trades) {
    this.strategies = List.copyOf(strategies);
    this.scale = scale;
    log = new TradeLog(trades);
    ofStrategies = new Tally[strategies.size() + 1];
    Arrays.setAll(ofStrategies, k -> new Tally());
  }

  @Override
  public void prepared(EvaluatedBar bar, Map<String, Double> positions) {
    for (SymbolReturn symbol : bar.close().symbols()) {
      line(symbol.symbol()).position = positions.getOrDefault(symbol.symbol(), 0.0);
    }
  }

  @Override
  public void decided(EvaluatedBar bar, Holding holding) {
    weights = holding.weights().clone();
    if (bar.close() != null) {
      knowsSymbols = true;
      int[] sleeves = sleeves(bar);
      bar.close().symbols().forEach(symbol -> decide(bar.time(), symbol, holding, sleeves));
    }
  }

  private void decide(long time, SymbolReturn symbol, Holding holding, int[] sleeves) {
    Line line = line(symbol.symbol());
    double before = line.position;
    line.position = holding.positions().getOrDefault(symbol.symbol(), 0.0);
    line.change = Math.abs(line.position - before);
    want(line, symbol, sleeves);
    if (line.change > 0) {
      double capital = scale.capital() * holding.capital();
      log.add(
          new Trade(
              time,
              symbol.symbol(),
              symbol.price(),
              before,
              line.position,
              capital * (line.position - before),
              capital * symbol.cost() * line.change));
    }
  }

  private void want(Line line, SymbolReturn symbol, int[] sleeves) {
    double[] earlier = line.wanted;
    line.wanted = new double[ofStrategies.length];
    line.changes = new double[ofStrategies.length];
    for (int k = 0; k < sleeves.length; k++) {
      int place = Math.min(sleeves[k], strategies.size());
      double weight = sleeves[k] < weights.length ? weights[sleeves[k]] : 0;
      line.wanted[place] += scale.leverage() * weight * symbol.exposures()[k];
    }
    for (int k = 0; k < line.wanted.length; k++) {
      double before = earlier.length == 0 ? 0 : earlier[k];
      line.changes[k] = Math.abs(line.wanted[k] - before);
    }
  }

  /** Sleeve of each strategy of a close, in the close's order; the last is the market. */
  private int[] sleeves(EvaluatedBar bar) {
    List<String> order = bar.close().strategies();
    int[] sleeves = new int[order.size()];
    for (int k = 0; k < sleeves.length; k++) {
      int place = k == sleeves.length - 1 ? -1 : strategies.indexOf(order.get(k));
      sleeves[k] = place < 0 ? bar.sleeves().market() : place;
    }
    return sleeves;
  }

  private Line line(String symbol) {
    return lines.computeIfAbsent(symbol, name -> new Line());
  }

  @Override
  public void earned(EvaluatedBar bar, double before, double after) {
    bars++;
    end = after;
    if (bar.close() == null) {
      earnByReturns(bar, before);
    } else {
      earnBySymbols(bar, before);
    }
  }

  private void earnByReturns(EvaluatedBar bar, double before) {
    for (int k = 0; k < strategies.size() && k < weights.length; k++) {
      double held = bar.deployed()[k] ? weights[k] : 0;
      ofStrategies[k].earn(before * weights[k] * bar.returns()[k], 0);
      ofStrategies[k].hold(Math.abs(held), held);
    }
  }

  private void earnBySymbols(EvaluatedBar bar, double before) {
    double[] gross = new double[ofStrategies.length];
    double[] net = new double[ofStrategies.length];
    for (SymbolReturn symbol : bar.close().symbols()) {
      Line line = lines.get(symbol.symbol());
      if (line == null) {
        continue; // first seen at this close: nothing of it was held
      }
      double cost = before * symbol.cost() * line.change;
      line.tally.earn(before * line.position * symbol.value(), cost);
      line.tally.hold(Math.abs(line.position), line.position);
      line.tally.trade(line.change);
      double all = Arrays.stream(line.changes).sum();
      for (int k = 0; k < line.wanted.length; k++) {
        double share = all > 0 ? line.changes[k] / all : 0;
        ofStrategies[k].earn(before * line.wanted[k] * symbol.value(), share * cost);
        ofStrategies[k].trade(line.changes[k]);
        gross[k] += Math.abs(line.wanted[k]);
        net[k] += line.wanted[k];
      }
    }
    for (int k = 0; k < gross.length; k++) {
      ofStrategies[k].hold(gross[k], net[k]);
    }
  }

  /** Of all bars so far, of which there was one at least. */
  public Attribution attribution() {
    return new Attribution(
        knowsSymbols ? symbols() : null,
        knowsSymbols ? (Double) (scale.capital() * (end - 1 - profitOfSymbols())) : null,
        strategies(),
        scale.capital() * (end - 1 - Arrays.stream(ofStrategies).mapToDouble(Tally::profit).sum()),
        knowsSymbols ? log.trades() : null);
  }

  private double profitOfSymbols() {
    return lines.values().stream().mapToDouble(line -> line.tally.profit()).sum();
  }

  private List<Attribution.Row> symbols() {
    List<Attribution.Row> rows = new ArrayList<>();
    lines.forEach((name, line) -> rows.add(row(name, line.tally)));
    return rows;
  }

  private List<Attribution.Row> strategies() {
    List<Attribution.Row> rows = new ArrayList<>();
    for (int k = 0; k < strategies.size(); k++) {
      rows.add(
          knowsSymbols
              ? row(strategies.get(k), ofStrategies[k])
              : ofStrategies[k].rowWithoutTrades(strategies.get(k), scale.capital(), bars));
    }
    Attribution.Row market = row("the market", ofStrategies[strategies.size()]);
    if (market.heldBars() > 0) {
      rows.add(market);
    }
    return rows;
  }

  private Attribution.Row row(String name, Tally tally) {
    return tally.row(name, scale.capital(), bars, scale.barsPerYear());
  }
}
