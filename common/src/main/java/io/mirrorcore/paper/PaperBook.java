package io.mirrorcore.paper;

import io.mirrorcore.paper.PaperOrder.State;
import io.mirrorcore.paper.PaperSettings.CostBase;
import io.mirrorcore.paper.PaperSettings.Fill;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One account: what it holds, and the orders by which it follows positions.
 *
 * <pre>
 *   E_t     = cash + sum_s n_s p_{s,t}              equity, before what is decided at t
 *   order_s = h_{s,t} E_t / p_{s,t} - n_s           in whole lots, towards 0
 *   cost    = rate_s |h_{s,t} - h'_s| E_t           CHANGES; h': share of the last fill
 *             rate_s |order_s| price                TRADED
 * </pre>
 *
 * <p>Filled at the close, at the cost of CHANGES and without limits, E is the backtest's capital:
 * there the shares h are held of the capital of the moment, so drift is put right at every close
 * and costs nothing.
 */
final class PaperBook implements Stateful {

  /** A quotient this little below a whole number of lots is that number. */
  private static final double WHOLE = 1e-9;

  private final PaperSettings settings;
  private final SimulatedVenue venue = new SimulatedVenue();
  private final TreeMap<String, Double> holdings = new TreeMap<>();
  private final TreeMap<String, Double> marks = new TreeMap<>();
  private final TreeMap<String, Double> shares = new TreeMap<>();
  private final TreeMap<String, Double> wanted = new TreeMap<>();
  private double cash;
  private double chargedEquity;
  private double costs;
  private double slippage;
  private long lastOrder;

  PaperBook(PaperSettings settings) {
    this.settings = settings;
    cash = settings.capital();
  }

  /** Cash and what the holdings are worth at the last prices. */
  double equity() {
    double equity = cash;
    for (Map.Entry<String, Double> held : holdings.entrySet()) {
      equity += held.getValue() * marks.get(held.getKey());
    }
    return equity;
  }

  double cash() {
    return cash;
  }

  double costs() {
    return costs;
  }

  double slippage() {
    return slippage;
  }

  SortedMap<String, Double> holdings() {
    return Collections.unmodifiableSortedMap(holdings);
  }

  /** Values what is held at a close. */
  void mark(Map<String, Double> prices) {
    marks.putAll(prices);
  }

  /** Lets a price meet an open order. */
  void onPrice(PaperPrice price, PaperTape tape) {
    venue.meet(price).ifPresent(order -> meet(order, price, tape));
  }

  private void meet(PaperOrder order, PaperPrice price, PaperTape tape) {
    double reference = price.of(order.quantity());
    double band = settings.limits().priceBand();
    if (band > 0 && Math.abs(reference / order.price() - 1) > band) {
      tape.order(order.ended(price.time(), State.OUTSIDE_BAND));
      return;
    }
    fill(order, price.time(), reference, tape);
  }

  private void fill(PaperOrder order, long time, double reference, PaperTape tape) {
    String symbol = order.symbol();
    double quantity = order.quantity();
    double paid = reference * (1 + Math.copySign(settings.charge().slippage(), quantity));
    double slipped = Math.abs(quantity) * Math.abs(paid - reference);
    double cost = settings.charge().costs().of(symbol) * base(order, paid);
    cash -= quantity * paid + cost;
    costs += cost;
    slippage += slipped;
    shares.put(symbol, wanted.getOrDefault(symbol, 0.0));
    double now = holdings.getOrDefault(symbol, 0.0) + quantity;
    if (now == 0) {
      holdings.remove(symbol);
    } else {
      holdings.put(symbol, now);
    }
    tape.fill(
        new PaperFill(
            order.portfolio(), time, order.order(), symbol, quantity, paid, cost, slipped));
  }

  private double base(PaperOrder order, double paid) {
    if (settings.charge().base() == CostBase.TRADED) {
      return Math.abs(order.quantity()) * paid;
    }
    double change =
        wanted.getOrDefault(order.symbol(), 0.0) - shares.getOrDefault(order.symbol(), 0.0);
    return Math.abs(change) * chargedEquity;
  }

  /** Takes back all that is open. */
  void cancel(long time, State why, PaperTape tape) {
    for (PaperOrder order : venue.open()) {
      venue.cancel(order);
      tape.order(order.ended(time, why));
    }
  }

  /**
   * Trades towards positions; to be marked at the same close before.
   *
   * @param halted whether no order may be sent
   */
  void follow(TargetPositions positions, boolean halted, PaperTape tape) {
    cancel(positions.time(), State.REPLACED, tape);
    double equity = Math.max(0, equity());
    chargedEquity = equity;
    wanted.clear();
    wanted.putAll(positions.positions());
    if (halted) {
      return;
    }
    for (PaperOrder order : capped(orders(positions, equity))) {
      PaperOrder numbered =
          new PaperOrder(
              order.portfolio(),
              order.time(),
              ++lastOrder,
              order.symbol(),
              order.quantity(),
              order.price(),
              State.SENT);
      tape.order(numbered);
      venue.send(numbered);
      if (settings.fill() == Fill.CLOSE) {
        onPrice(PaperPrice.of(order.symbol(), order.time(), order.price()), tape);
      }
    }
    forget();
  }

  private List<PaperOrder> orders(TargetPositions positions, double equity) {
    TreeSet<String> symbols = new TreeSet<>(positions.positions().keySet());
    symbols.addAll(holdings.keySet());
    List<PaperOrder> orders = new ArrayList<>();
    for (String symbol : symbols) {
      Double price = marks.get(symbol);
      if (price == null) {
        continue; // never priced, so never held
      }
      double share = positions.positions().getOrDefault(symbol, 0.0);
      double quantity = quantity(share * equity / price, holdings.getOrDefault(symbol, 0.0));
      if (quantity != 0 && Math.abs(quantity) * price >= settings.limits().minTrade()) {
        orders.add(
            new PaperOrder(
                positions.portfolio(), positions.time(), 0, symbol, quantity, price, State.SENT));
      }
    }
    return orders;
  }

  /** What is to be traded; a position that is to end ends whole, whatever the lot. */
  private double quantity(double target, double held) {
    double lot = settings.limits().lot();
    double change = target - held;
    if (lot == 0 || target == 0) {
      return change;
    }
    double lots = Math.floor(Math.abs(change) / lot + WHOLE);
    return Math.copySign(lots * lot, change) + 0.0;
  }

  private List<PaperOrder> capped(List<PaperOrder> orders) {
    int most = settings.limits().maxOrders();
    if (most == 0 || orders.size() <= most) {
      return orders;
    }
    Comparator<PaperOrder> bySize =
        Comparator.comparingDouble(order -> -Math.abs(order.quantity()) * order.price());
    return orders.stream()
        .sorted(bySize.thenComparing(PaperOrder::symbol))
        .limit(most)
        .sorted(Comparator.comparing(PaperOrder::symbol))
        .toList();
  }

  /** What is neither wanted nor held takes no room. */
  private void forget() {
    marks.keySet().removeIf(symbol -> !wanted.containsKey(symbol) && !holdings.containsKey(symbol));
    shares.keySet().retainAll(marks.keySet());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    venue.save(out);
    for (Map<String, Double> map : List.of(holdings, marks, shares, wanted)) {
      out.writeInt(map.size());
      for (Map.Entry<String, Double> entry : map.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeDouble(entry.getValue());
      }
    }
    for (double figure : new double[] {cash, chargedEquity, costs, slippage}) {
      out.writeDouble(figure);
    }
    out.writeLong(lastOrder);
  }

  @Override
  public void load(DataInput in) throws IOException {
    venue.load(in);
    for (Map<String, Double> map : List.of(holdings, marks, shares, wanted)) {
      map.clear();
      for (int left = in.readInt(); left > 0; left--) {
        String symbol = in.readUTF();
        map.put(symbol, in.readDouble());
      }
    }
    cash = in.readDouble();
    chargedEquity = in.readDouble();
    costs = in.readDouble();
    slippage = in.readDouble();
    lastOrder = in.readLong();
  }
}
