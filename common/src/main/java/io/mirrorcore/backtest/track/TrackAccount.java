package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.Book;
import io.mirrorcore.backtest.account.Capital;
import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.backtest.account.WeightDrift;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The account of one track, bar by bar: what a backtest keeps of each of its tracks, and a running
 * job of itself and of what it is compared with.
 *
 * <p>At a close, in this order: {@link #earn} what the bar brought, {@link #trade} where the
 * weights are due, {@link #decide} what to hold from then on. What is earned is the {@link Book}'s
 * affair. Beside it the weights are let drift, for the turnover, and, where that shall cost
 * something, for its cost.
 */
public final class TrackAccount {

  private static final double[] NONE = {};

  private final Book book;
  private final double weightCost;
  private final WeightDrift drift;
  private final Capital capital = new Capital();
  private final List<Capital> stressed = new ArrayList<>();
  private double[] target = NONE;
  private boolean knowsCost;
  private int positionedBars;
  private int gainingBars;
  private int rebalances;
  private double turnover;
  private double cost;
  private double buildUpCost;
  private double positionCost;

  /**
   * One bar, in shares of the capital.
   *
   * @param net simple return after all cost
   * @param gross before the cost of positions and of trading between strategies
   * @param cost of both; without that of positions where the symbols are not known
   * @param stressed net under each stress
   * @param positioned whether anything was held
   */
  @SuppressWarnings("ArrayRecordComponent") // read in place, once
  public record BarResult(
      double net, double gross, double cost, double[] stressed, boolean positioned) {}

  /**
   * An account with a capital of 1 and nothing held.
   *
   * @param weightCost share of the turnover of weights
   * @param stresses that the book tells along
   */
  public TrackAccount(Book book, Sleeves sleeves, double weightCost, int stresses) {
    this.book = book;
    this.weightCost = weightCost;
    drift = new WeightDrift(sleeves.count(), sleeves.cash());
    for (int i = 0; i < stresses; i++) {
      stressed.add(new Capital());
    }
  }

  Book book() {
    return book;
  }

  /** Books the bar that ends now. */
  public BarResult earn(EvaluatedBar bar) {
    Book.Earned earned = book.earned(bar, target);
    positionCost += capital.value() * earned.cost();
    double owed = capital.value() > 0 ? capital.unpaid() / capital.value() : 0;
    double net = capital.earn(earned.net());
    double[] underStress = new double[stressed.size()];
    for (int i = 0; i < underStress.length; i++) {
      underStress[i] = stressed.get(i).earn(earned.stressed()[i]);
    }
    knowsCost = earned.knowsCost();
    positionedBars += earned.positioned() ? 1 : 0;
    gainingBars += earned.positioned() && net > 0 ? 1 : 0;
    drift.drift(bar.returns());
    double paid = earned.cost() + owed * (1 + earned.net());
    return new BarResult(net, earned.gross(), paid, underStress, earned.positioned());
  }

  /** Whether it ever traded: the first trade is the build-up. */
  public boolean isBuilt() {
    return target.length > 0;
  }

  /** Trades to these weights, by sleeve; nothing once all is lost. */
  public void trade(double[] wanted) {
    boolean built = isBuilt();
    if (built && capital.value() == 0) {
      return;
    }
    target = wanted;
    book.traded(target);
    double traded = drift.trade(target);
    double paid = owe(weightCost * traded);
    buildUpCost += built ? 0 : paid;
    turnover += built ? traded : 0;
    cost += built ? paid : 0;
    rebalances += built ? 1 : 0;
  }

  private double owe(double share) {
    stressed.forEach(other -> other.owe(share));
    double before = capital.unpaid();
    capital.owe(share);
    return capital.unpaid() - before;
  }

  /** Decides what to hold from this close on. */
  public void decide(EvaluatedBar bar) {
    book.decide(bar, target);
  }

  /** Weights in force, by sleeve; may end before the last. Nobody may change them. */
  double[] target() {
    return target;
  }

  /** Value of what was 1 at the start. */
  public double equity() {
    return capital.value();
  }

  /** Whether the cost of positions is known. */
  public boolean knowsCost() {
    return knowsCost;
  }

  /** Bars during which something was held. */
  public int positionedBars() {
    return positionedBars;
  }

  /** Those of them with a return above 0. */
  public int gainingBars() {
    return gainingBars;
  }

  TrackSeries.Trading trading() {
    return new TrackSeries.Trading(rebalances, turnover, cost, buildUpCost, positionCost);
  }

  /** Writes all but the book. */
  public void save(DataOutput out) throws IOException {
    out.writeInt(target.length);
    for (double weight : target) {
      out.writeDouble(weight);
    }
    drift.save(out);
    capital.save(out);
    out.writeInt(positionedBars);
    out.writeInt(gainingBars);
  }

  /**
   * Reads what {@link #save} has written, perhaps of other sleeves.
   *
   * @param places of the saved sleeves among those of now; -1 of one that is gone
   */
  public void load(DataInput in, int[] places) throws IOException {
    double[] read = new double[drift.sleeves()];
    int length = in.readInt();
    for (int k = 0; k < length; k++) {
      double weight = in.readDouble();
      if (places[k] >= 0) {
        read[places[k]] = weight;
      }
    }
    target = length == 0 ? NONE : read;
    drift.load(in, places);
    capital.load(in);
    positionedBars = in.readInt();
    gainingBars = in.readInt();
  }
}
