package io.mirrorcore.portfolio.book;

import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is held of each symbol during a bar, what was held during the bar before, and what the two
 * come to when the bar ends:
 *
 * <pre>
 *   gain_t = sum_s h_{s,t-1} r_{s,t}
 *   cost_t = sum_s cost_s |h_{s,t-1} - h_{s,t-2}|
 * </pre>
 *
 * <p>Sums run over the symbols by name. How positions drift with prices is ignored.
 */
public final class HeldPositions {

  private Map<String, Double> now = new TreeMap<>();
  private Map<String, Double> before = new TreeMap<>();

  /**
   * What is held from now on.
   *
   * @param next position by symbol, share of the capital; nobody may change it any more
   */
  public void become(Map<String, Double> next) {
    before = now;
    now = next;
  }

  /** What the bar that ends with {@code bar} brought, before cost. */
  public double gain(PortfolioBar bar) {
    double gain = 0;
    for (SymbolReturn symbol : bar.symbols()) {
      gain += of(now, symbol.symbol()) * symbol.value();
    }
    return gain;
  }

  /** What trading to what was held during that bar cost, at each symbol's own cost. */
  public double cost(PortfolioBar bar) {
    double cost = 0;
    for (SymbolReturn symbol : bar.symbols()) {
      cost += symbol.cost() * traded(symbol.symbol());
    }
    return cost;
  }

  /** The same at one cost for all. */
  public double cost(PortfolioBar bar, double rate) {
    double cost = 0;
    for (SymbolReturn symbol : bar.symbols()) {
      cost += rate * traded(symbol.symbol());
    }
    return cost;
  }

  private double traded(String symbol) {
    return Math.abs(of(now, symbol) - of(before, symbol));
  }

  private static double of(Map<String, Double> positions, String symbol) {
    Double position = positions.get(symbol);
    return position == null ? 0 : position;
  }

  /** sum_s |h_s|, share of the capital. */
  public double gross() {
    double gross = 0;
    for (double position : now.values()) {
      gross += Math.abs(position);
    }
    return gross;
  }

  /** Position by symbol; empty before the first. Nobody may change it. */
  public Map<String, Double> positions() {
    return now;
  }

  /** Writes what is held, and what was held before. */
  public void save(DataOutput out) throws IOException {
    for (Map<String, Double> positions : List.of(now, before)) {
      out.writeInt(positions.size());
      for (Map.Entry<String, Double> entry : positions.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeDouble(entry.getValue());
      }
    }
  }

  /**
   * Reads what {@link #save} has written, of which the first count was read already.
   *
   * @param count positions that are held now
   */
  public void load(DataInput in, int count) throws IOException {
    now = read(in, count);
    before = read(in, in.readInt());
  }

  private static Map<String, Double> read(DataInput in, int count) throws IOException {
    TreeMap<String, Double> positions = new TreeMap<>();
    for (int left = count; left > 0; left--) {
      String symbol = in.readUTF();
      positions.put(symbol, in.readDouble());
    }
    return positions;
  }
}
