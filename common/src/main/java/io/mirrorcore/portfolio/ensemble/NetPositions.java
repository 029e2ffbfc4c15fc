package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a portfolio holds of each symbol when its strategies' exposures are weighted and netted, and
 * what that earns.
 *
 * <pre>
 *   P_{s,t} = sum_k w_k q_{k,s,t}
 *   R_t     = sum_s P_{s,t-1} r_{s,t} - sum_s cost_s |P_{s,t-1} - P_{s,t-2}|
 * </pre>
 *
 * <p>Serves the ensemble and any baseline it is compared with, equal weight above all, so that both
 * are charged alike. Sums run over the symbols by name.
 */
final class NetPositions implements Stateful {

  private Map<String, Double> held = new TreeMap<>();
  private Map<String, Double> heldBefore = new TreeMap<>();

  /** R_t at the close of {@code bar}; to be asked before {@link #decide} at the same bar. */
  double earned(PortfolioBar bar) {
    double gain = 0;
    double cost = 0;
    for (SymbolReturn symbol : bar.symbols()) {
      double position = of(held, symbol.symbol());
      double traded = Math.abs(position - of(heldBefore, symbol.symbol()));
      gain += position * symbol.value();
      cost += symbol.cost() * traded;
    }
    return gain - cost;
  }

  /**
   * Takes the positions that the exposures of {@code bar} make under {@code weights}.
   *
   * @param weights by strategy of the bar; empty means that nothing is held
   */
  TargetPositions decide(PortfolioBar bar, double[] weights) {
    TreeMap<String, Double> decided = new TreeMap<>();
    double gross = 0;
    double net = 0;
    for (SymbolReturn symbol : bar.symbols()) {
      double position = 0;
      for (int k = 0; k < weights.length; k++) {
        position += weights[k] * symbol.exposures()[k];
      }
      decided.put(symbol.symbol(), position);
      gross += Math.abs(position);
      net += position;
    }
    heldBefore = held;
    held = decided;
    return new TargetPositions(bar.portfolio(), bar.time(), decided, gross, net);
  }

  /** Whether positions were ever decided. */
  boolean isHolding() {
    return !held.isEmpty();
  }

  private static double of(Map<String, Double> positions, String symbol) {
    Double position = positions.get(symbol);
    return position == null ? 0 : position;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Map<String, Double> positions : List.of(held, heldBefore)) {
      out.writeInt(positions.size());
      for (Map.Entry<String, Double> entry : positions.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeDouble(entry.getValue());
      }
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    held = read(in);
    heldBefore = read(in);
  }

  private static Map<String, Double> read(DataInput in) throws IOException {
    TreeMap<String, Double> positions = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String symbol = in.readUTF();
      positions.put(symbol, in.readDouble());
    }
    return positions;
  }
}
