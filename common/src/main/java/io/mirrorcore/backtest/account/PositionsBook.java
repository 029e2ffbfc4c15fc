package io.mirrorcore.backtest.account;

import io.mirrorcore.portfolio.book.NetPositions;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The account where the symbols are known: net positions behind the no-trade band, by the class
 * that the live job publishes {@code positions} with. Cash is no position.
 */
public final class PositionsBook implements Book, Stateful {

  private final int[] columns;
  private final NetPositions positions;
  private final List<StressedPositions> stresses;

  /**
   * @param columns place in a track's weights of each strategy of a close, in the close's order
   * @param positions that begins
   * @param stresses to be told along
   */
  public PositionsBook(int[] columns, NetPositions positions, List<StressedPositions> stresses) {
    this.columns = columns;
    this.stresses = stresses;
    this.positions = positions;
  }

  @Override
  public Earned earned(EvaluatedBar bar, double[] target) {
    return Earned.of(positions.held(), stresses, bar.close(), Book.ofCash(bar, target));
  }

  @Override
  public void decide(EvaluatedBar bar, double[] target) {
    positions.decide(bar.close(), target.length == 0 ? target : inItsOrder(bar, target));
    stresses.forEach(stress -> stress.decided(positions.held().positions()));
  }

  @Override
  public Map<String, Double> held() {
    return positions.held().positions();
  }

  private double[] inItsOrder(EvaluatedBar bar, double[] target) {
    int market = bar.sleeves().market();
    // In the order of the close, as the live job adds them up: the sums are then equal to the bit.
    double[] weights = new double[columns.length + (market < target.length ? 1 : 0)];
    for (int k = 0; k < weights.length; k++) {
      int sleeve = k < columns.length ? columns[k] : market;
      weights[k] = sleeve < target.length ? target[sleeve] : 0;
    }
    return weights;
  }

  /** Without the stresses, of which a running job has none. */
  @Override
  public void save(DataOutput out) throws IOException {
    positions.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    positions.load(in);
  }
}
