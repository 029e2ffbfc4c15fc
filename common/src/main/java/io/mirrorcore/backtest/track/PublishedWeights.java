package io.mirrorcore.backtest.track;

import java.util.List;

/** The weights in force of each record, where it changed them. */
record PublishedWeights(WeightsHistory history) implements TargetRule {

  @Override
  public int dues() {
    return history.size();
  }

  @Override
  public long time(int due) {
    return history.get(due).time();
  }

  @Override
  public boolean trades(int due) {
    return history.get(due).applied();
  }

  @Override
  public double[] target(int due) {
    return history.get(due).weights();
  }

  @Override
  public List<WeightsHistory.Entry> before() {
    return history.warmUps();
  }
}
