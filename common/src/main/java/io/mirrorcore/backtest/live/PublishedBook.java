package io.mirrorcore.backtest.live;

import io.mirrorcore.backtest.account.Book;
import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.portfolio.book.HeldPositions;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The account of what was published as positions: no second reckoning of them. */
final class PublishedBook implements Book, Stateful {

  private final HeldPositions held = new HeldPositions();
  private Map<String, Double> wanted = Map.of();

  /**
   * What the ensemble says at a close, before it is decided.
   *
   * @param positions null where it says nothing: then nothing is held
   */
  void publish(TargetPositions positions) {
    wanted = positions == null ? Map.of() : positions.positions();
  }

  @Override
  public Earned earned(EvaluatedBar bar, double[] target) {
    return Earned.of(held, List.of(), bar.close(), Book.ofCash(bar, target));
  }

  @Override
  public void decide(EvaluatedBar bar, double[] target) {
    held.become(wanted);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    held.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    held.load(in, in.readInt());
  }
}
