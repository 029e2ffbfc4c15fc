package io.mirrorcore.indicator.statistic;

import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How orderly a series of returns is now, against its own history, and how large a position that
 * calls for:
 *
 * <pre>
 *   u = rank of the entropy H in its own history
 *   change = H_20 now - H_20 one return ago      H_20: entropy of the last 20 returns
 *     u &gt; high                                   HIGH_UNCERTAINTY   size 0
 *     |change| &gt; surprise SD_100(change)         REGIME_CHANGE      size 0.25
 *     u &lt; low                                    LOW_UNCERTAINTY    size 1
 *     else                                       NORMAL             size 0.5
 * </pre>
 *
 * <p>Where all returns are equal there is no rank: u is 0.5, for among many equal zeros the last
 * would have the highest rank of all.
 */
public final class Uncertainty implements Stateful {

  /** Returns of the short stretch. */
  public static final int SHORT = 20;

  private static final int CHANGES = 100;
  private static final double NO_RANK = 0.5;

  private final Entropies entropies;
  private final RollingRank rank;
  private final Thresholds thresholds;
  private final StandardDeviation changes = new StandardDeviation(CHANGES);
  private double shortBits = Double.NaN;
  private double change;
  private double bits = Double.NaN;

  /** What is found, and the share of a whole position that it calls for. */
  public enum Level {
    HIGH_UNCERTAINTY(0),
    REGIME_CHANGE(0.25),
    NORMAL(0.5),
    LOW_UNCERTAINTY(1);

    private final double size;

    Level(double size) {
      this.size = size;
    }

    /** In [0, 1]. */
    public double size() {
      return size;
    }
  }

  /**
   * Where one level ends.
   *
   * @param high rank above which it is HIGH_UNCERTAINTY, in [0, 1]
   * @param low rank below which it is LOW_UNCERTAINTY, in [0, 1]
   * @param surprise change that is one, in standard deviations of earlier changes
   */
  public record Thresholds(double high, double low, double surprise) {}

  /**
   * One that has seen nothing yet.
   *
   * @param rank of the entropy in its own history
   */
  public Uncertainty(Entropies entropies, RollingRank rank, Thresholds thresholds) {
    this.entropies = entropies;
    this.rank = rank;
    this.thresholds = thresholds;
  }

  /** By the defaults of the strategy ENTROPY_MEASURE: ready after 499 returns. */
  public static Uncertainty ofMarket() {
    return new Uncertainty(
        new Entropies.OfTheirHistory(new RobustEntropy(250, 20), 50, SHORT),
        RollingRank.withTies(250),
        new Thresholds(0.85, 0.4, 3));
  }

  /** Takes in the next simple return. */
  public void add(double simpleReturn) {
    entropies.add(simpleReturn);
    measureChange();
    if (entropies.isReady()) {
      bits = entropies.bits();
      rank.add(bits);
    }
  }

  private void measureChange() {
    if (!entropies.isShortReady()) {
      return;
    }
    double before = shortBits;
    shortBits = entropies.shortBits();
    if (!Double.isNaN(before)) {
      change = shortBits - before;
      changes.add(change);
    }
  }

  /** Whether there is enough history for a level. */
  public boolean isReady() {
    return rank.isReady() && changes.isReady();
  }

  /** What holds now; to be asked when ready. */
  public Level level() {
    double uncertainty = rank();
    if (uncertainty > thresholds.high()) {
      return Level.HIGH_UNCERTAINTY;
    }
    if (Math.abs(change) > thresholds.surprise() * changes.value()) {
      return Level.REGIME_CHANGE;
    }
    return uncertainty < thresholds.low() ? Level.LOW_UNCERTAINTY : Level.NORMAL;
  }

  /** u, in (0, 1]; to be asked when ready. */
  public double rank() {
    return bits() > 0 ? rank.value() : NO_RANK;
  }

  /** H, in bits. */
  public double bits() {
    return Double.isNaN(bits) ? entropies.bits() : bits;
  }

  /** The greatest value that H can have, in bits. */
  public double mostBits() {
    return entropies.mostBits();
  }

  /** Of the short entropy since the last return, in bits. */
  public double change() {
    return change;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    entropies.save(out);
    rank.save(out);
    changes.save(out);
    out.writeDouble(shortBits);
    out.writeDouble(change);
  }

  @Override
  public void load(DataInput in) throws IOException {
    entropies.load(in);
    rank.load(in);
    changes.load(in);
    shortBits = in.readDouble();
    change = in.readDouble();
    bits = Double.NaN;
  }
}
