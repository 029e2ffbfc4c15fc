package io.mirrorcore.portfolio.ledger;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.StandardDeviation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One symbol's page of the ledger: its last close, and what each strategy holds of it now (the
 * exposure decided at the last bar) and held the bar before.
 */
final class SymbolLedger {

  /** The quotient of two valid prices may overflow; every sum over this one stays finite. */
  private static final double LARGEST_RETURN = 1e30;

  private final StandardDeviation returns;
  private double[] held;
  private double[] heldBefore;
  private double lastClose;
  private int silent;
  private double slot;

  SymbolLedger(int strategies, int moveWindow) {
    held = new double[strategies];
    heldBefore = new double[strategies];
    returns = new StandardDeviation(moveWindow);
  }

  boolean isNew() {
    return lastClose == 0;
  }

  /** Price of its newest bar; 0 before the first. */
  double lastClose() {
    return lastClose;
  }

  double returnTo(double close) {
    return isNew() ? 0 : Math.min(LARGEST_RETURN, close / lastClose - 1);
  }

  /** |symbolReturn| in SDs of the returns before it; 0 where there are too few or all are equal. */
  double move(double symbolReturn) {
    return returns.isReady() ? Ratio.of(Math.abs(symbolReturn), returns.value(), 0) : 0;
  }

  /** The bar at {@code close} is over: its return becomes history. */
  void close(double close) {
    if (!isNew()) {
      returns.add(returnTo(close));
    }
    lastClose = close;
    silent = 0;
  }

  void missBar() {
    silent++;
  }

  int silent() {
    return silent;
  }

  /** a_{s,t-1}: share of the capital, until {@link #size} makes it that of now. */
  double slot() {
    return slot;
  }

  void size(double share) {
    slot = share;
  }

  /**
   * What is known of a slot where only positions are: the equal one, or what they already take.
   *
   * @param equal share of the capital
   */
  void sizeByPositions(double equal) {
    slot = equal;
    for (double position : held) {
      slot = Math.max(slot, Math.abs(position));
    }
  }

  /** q_{k,s,t-1}, until {@link #decide} makes it the exposure before. */
  double held(int strategy) {
    return held[strategy];
  }

  /** |q_{k,s,t-1} - q_{k,s,t-2}|. */
  double traded(int strategy) {
    return Math.abs(held[strategy] - heldBefore[strategy]);
  }

  /** Takes q_{.,s,t}; the array becomes the ledger's. */
  void decide(double[] exposures) {
    heldBefore = held;
    held = exposures;
  }

  /** No decision at this bar: what is held stays held, and nothing was traded. */
  void keep() {
    heldBefore = held;
  }

  void save(DataOutput out) throws IOException {
    returns.save(out);
    out.writeDouble(lastClose);
    out.writeInt(silent);
    for (int k = 0; k < held.length; k++) {
      out.writeDouble(held[k]);
      out.writeDouble(heldBefore[k]);
    }
  }

  /**
   * @param places index in this ledger of each saved strategy; -1 for one that is no more
   */
  void load(DataInput in, int[] places) throws IOException {
    returns.load(in);
    lastClose = in.readDouble();
    silent = in.readInt();
    heldBefore = new double[held.length];
    for (int place : places) {
      double now = in.readDouble();
      double before = in.readDouble();
      if (place >= 0) {
        held[place] = now;
        heldBefore[place] = before;
      }
    }
  }
}
