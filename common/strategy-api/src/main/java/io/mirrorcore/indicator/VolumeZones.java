package io.mirrorcore.indicator;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Price zones where the market turned on much volume: the {@link Pivots} of the last {@code
 * lookback} bars whose bar's volume is at or above a quantile (type 7) of all those pivots'
 * volumes, neighbours merged.
 *
 * <p>Merging goes from the lowest price up: a pivot within {@code merge} of the volume-weighted
 * mean price of the zone below it joins that zone, else it begins the next. Distances are shares of
 * the zone's price or, with {@link #addWithin}, whatever the caller measures them in. A pivot
 * without volume makes no zone: volume is all the evidence there is.
 *
 * <p>Zones are rebuilt from the pivots at each bar, O(lookback) and without allocation: that is
 * exact, where taking pivots out of merged zones again would not be.
 */
public final class VolumeZones implements Stateful {

  /** No price is 0, so it can stand for "no pivot at this bar". */
  private static final double NO_PIVOT = 0;

  /** A larger volume counts as this one: sums over a lookback stay finite. */
  private static final double LARGEST_VOLUME = 1e300;

  private final double quantile;
  private final double merge;
  private final Pivots pivots;
  private final Window recentVolumes;
  private final Window pivotHighs;
  private final Window pivotLows;
  private final Window volumes;

  private final double[] ascending;
  private final double[] prices;
  private final double[] weights;
  private int zones;
  private double totalVolume;

  /**
   * @param lookback bars that a pivot stays, more than {@code 2 * span}
   * @param span bars on either side of a pivot, at least 1
   * @param quantile of the pivots' volumes, below which a pivot does not count, in [0, 1]
   * @param merge greatest distance within a zone, as a share of its price, at least 0
   */
  public VolumeZones(int lookback, int span, double quantile, double merge) {
    if (lookback <= 2 * span) {
      throw new IllegalArgumentException(
          "lookback must be more than " + 2 * span + ", twice the span; have " + lookback);
    }
    if (!(quantile >= 0 && quantile <= 1)) {
      throw new IllegalArgumentException("quantile must be in [0, 1]; have " + quantile);
    }
    if (!(merge >= 0)) {
      throw new IllegalArgumentException("merge must be at least 0; have " + merge);
    }
    this.quantile = quantile;
    this.merge = merge;
    pivots = new Pivots(span);
    recentVolumes = new Window(span + 1);
    // The newest bar that can be known to be a pivot is span bars old.
    pivotHighs = new Window(lookback - span);
    pivotLows = new Window(lookback - span);
    volumes = new Window(lookback - span);
    ascending = new double[2 * (lookback - span)];
    prices = new double[ascending.length];
    weights = new double[ascending.length];
  }

  /** Takes in a bar; zones are as wide as a share of their price. */
  public void add(double high, double low, double volume) {
    take(high, low, volume);
    rebuild(merge, 0);
  }

  /**
   * Takes in a bar; zones are as wide as its caller says.
   *
   * @param distance greatest distance within a zone at this bar, in price units, at least 0
   */
  public void addWithin(double distance, double high, double low, double volume) {
    take(high, low, volume);
    rebuild(0, distance);
  }

  private void take(double high, double low, double volume) {
    pivots.add(high, low);
    recentVolumes.add(Math.min(LARGEST_VOLUME, volume));
    if (recentVolumes.isFull()) {
      pivotHighs.add(pivots.isHigh() ? pivots.high() : NO_PIVOT);
      pivotLows.add(pivots.isLow() ? pivots.low() : NO_PIVOT);
      volumes.add(recentVolumes.oldest());
    }
  }

  private void rebuild(double share, double distance) {
    double least = leastVolume();
    int selected = 0;
    for (int i = 0; i < volumes.size(); i++) {
      if (volumes.get(i) > 0 && volumes.get(i) >= least) {
        selected = insert(pivotHighs.get(i), volumes.get(i), selected);
        selected = insert(pivotLows.get(i), volumes.get(i), selected);
      }
    }
    mergeNeighbours(selected, share, distance);
  }

  private double leastVolume() {
    int count = 0;
    for (int i = 0; i < volumes.size(); i++) {
      if (pivotHighs.get(i) != NO_PIVOT) {
        ascending[count++] = volumes.get(i);
      }
      if (pivotLows.get(i) != NO_PIVOT) {
        ascending[count++] = volumes.get(i);
      }
    }
    Arrays.sort(ascending, 0, count);
    return count == 0 ? 0 : quantileOf(count);
  }

  private double quantileOf(int count) {
    double rank = quantile * (count - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, count - 1);
    return ascending[below] + (rank - below) * (ascending[above] - ascending[below]);
  }

  /** Keeps the pivots in the order of their prices, older first among equal ones. */
  private int insert(double price, double volume, int count) {
    if (price == NO_PIVOT) {
      return count;
    }
    int at = count;
    while (at > 0 && prices[at - 1] > price) {
      prices[at] = prices[at - 1];
      weights[at] = weights[at - 1];
      at--;
    }
    prices[at] = price;
    weights[at] = volume;
    return count + 1;
  }

  private void mergeNeighbours(int selected, double share, double distance) {
    zones = 0;
    totalVolume = 0;
    for (int i = 0; i < selected; i++) {
      double price = prices[i];
      double volume = weights[i];
      totalVolume += volume;
      int zone = zones - 1;
      if (zones > 0 && price - prices[zone] <= share * prices[zone] + distance) {
        weights[zone] += volume;
        prices[zone] += (price - prices[zone]) * (volume / weights[zone]);
      } else {
        prices[zones] = price;
        weights[zones] = volume;
        zones++;
      }
    }
  }

  /** Whether every bar of the lookback has been seen. */
  public boolean isReady() {
    return volumes.isFull();
  }

  /** Number of zones, 0 or more. */
  public int count() {
    return zones;
  }

  /** Volume-weighted mean price of zone {@code i}; zone 0 is the lowest. */
  public double price(int i) {
    return prices[checked(i)];
  }

  /** Volume of zone {@code i} over that of all zones, in (0, 1]. */
  public double share(int i) {
    return Math.min(1, weights[checked(i)] / totalVolume);
  }

  private int checked(int i) {
    if (i < 0 || i >= zones) {
      throw new IndexOutOfBoundsException("zone must be in [0, " + zones + "); have " + i);
    }
    return i;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    pivots.save(out);
    recentVolumes.save(out);
    pivotHighs.save(out);
    pivotLows.save(out);
    volumes.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    pivots.load(in);
    recentVolumes.load(in);
    pivotHighs.load(in);
    pivotLows.load(in);
    volumes.load(in);
    rebuild(merge, 0);
  }
}
