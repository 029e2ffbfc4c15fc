package io.mirrorcore.adjust;

import io.mirrorcore.market.Bar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The basis on which one symbol's prices are shown to strategies: that of its first bar, for ever.
 *
 * <pre>
 *   price  = quoted * f       f = product of ratio * p / (p - dividend) of all adjustments so far
 *   volume = quoted / s       s = product of ratio
 * </pre>
 *
 * <p>p is the last close before the adjustment's day, per share of then (CRSP's total return,
 * chained forward). The usual way divides the past instead, which nobody who has published it can;
 * and to divide what strategies remember rounds otherwise than to compute it from divided prices.
 * Here nothing that is remembered changes: what is computed is, bit for bit, what is computed of a
 * file whose prices were multiplied by f.
 */
public final class PriceBasis implements Stateful {

  /** Layout of what is saved. */
  public static final int VERSION = 1;

  /** Adjustments that a second copy is told by. */
  static final int KEPT = 32;

  /** What becomes of an adjustment. */
  public enum Outcome {
    /** It holds from the next bar on. */
    APPLIED,
    /** The next bar is not after its day. */
    WAITING,
    /** There is no bar before it: the basis begins behind it. */
    BEFORE_FIRST,
    /** A bar after its day has been computed without it. */
    LATE,
    /** There has been one of its kind on its day. */
    DUPLICATE,
    /** The dividend is not below the last close. */
    IMPOSSIBLE
  }

  private double priceFactor = 1;
  private double shareFactor = 1;
  private boolean begun;
  private long lastTime;
  private double close; // quoted, per share of the day before dayStart
  private long dayStart = Long.MIN_VALUE;
  private double dayRatio = 1;
  private double dayDividend;
  private final long[] appliedSplits = new long[KEPT];
  private final long[] appliedDividends = new long[KEPT];
  private int splits;
  private int dividends;

  /**
   * Takes in an adjustment; they come in the order of their days.
   *
   * @param from beginning of its day, epoch milliseconds: it holds for bars that close later
   * @param nextBar close of the next bar, epoch milliseconds
   */
  public Outcome offer(Adjustment adjustment, long from, long nextBar) {
    if (from >= nextBar) {
      return Outcome.WAITING;
    }
    if (!begun) {
      return Outcome.BEFORE_FIRST;
    }
    if ((adjustment.isSplit() && contains(appliedSplits, splits, from))
        || (adjustment.isDividend() && contains(appliedDividends, dividends, from))) {
      return Outcome.DUPLICATE;
    }
    if (from < lastTime) {
      return Outcome.LATE;
    }
    beginDay(from);
    if (adjustment.isDividend() && !(adjustment.dividend() + dayDividend < close)) {
      return Outcome.IMPOSSIBLE;
    }
    apply(adjustment, from);
    return Outcome.APPLIED;
  }

  /** What happened on an earlier day, without a bar since, is in the close that counts now. */
  private void beginDay(long from) {
    if (from > dayStart) {
      close = (close - dayDividend) / dayRatio;
      dayStart = from;
      dayRatio = 1;
      dayDividend = 0;
    }
  }

  private void apply(Adjustment adjustment, long from) {
    if (adjustment.isSplit()) {
      priceFactor *= adjustment.ratio();
      shareFactor *= adjustment.ratio();
      dayRatio *= adjustment.ratio();
      appliedSplits[splits++ % KEPT] = from;
    }
    if (adjustment.isDividend()) {
      double before = close - dayDividend;
      priceFactor *= before / (before - adjustment.dividend());
      dayDividend += adjustment.dividend();
      appliedDividends[dividends++ % KEPT] = from;
    }
  }

  private static boolean contains(long[] days, int count, long day) {
    for (int i = 0; i < Math.min(count, KEPT); i++) {
      if (days[i] == day) {
        return true;
      }
    }
    return false;
  }

  /** The next bar as it is quoted, on the basis. */
  public Bar next(Bar quoted) {
    begun = true;
    lastTime = quoted.time();
    close = quoted.close();
    dayRatio = 1;
    dayDividend = 0;
    return priceFactor == 1 && shareFactor == 1 ? quoted : onBasis(quoted);
  }

  private Bar onBasis(Bar quoted) {
    return new Bar(
        quoted.symbol(),
        quoted.time(),
        quoted.open() * priceFactor,
        quoted.high() * priceFactor,
        quoted.low() * priceFactor,
        quoted.close() * priceFactor,
        quoted.volume() / shareFactor);
  }

  /** Whether a bar has been computed. */
  public boolean hasBegun() {
    return begun;
  }

  /** Close of the last bar, epoch milliseconds. */
  public long lastTime() {
    return lastTime;
  }

  /** What quoted prices are multiplied by. */
  public double priceFactor() {
    return priceFactor;
  }

  /** What quoted volumes are divided by. */
  public double shareFactor() {
    return shareFactor;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(begun);
    out.writeLong(lastTime);
    out.writeLong(dayStart);
    for (double value : new double[] {priceFactor, shareFactor, close, dayRatio, dayDividend}) {
      out.writeDouble(value);
    }
    saveDays(appliedSplits, splits, out);
    saveDays(appliedDividends, dividends, out);
  }

  private static void saveDays(long[] days, int count, DataOutput out) throws IOException {
    out.writeInt(count);
    for (int i = 0; i < Math.min(count, KEPT); i++) {
      out.writeLong(days[i]);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    begun = in.readBoolean();
    lastTime = in.readLong();
    dayStart = in.readLong();
    priceFactor = in.readDouble();
    shareFactor = in.readDouble();
    close = in.readDouble();
    dayRatio = in.readDouble();
    dayDividend = in.readDouble();
    splits = loadDays(appliedSplits, in);
    dividends = loadDays(appliedDividends, in);
  }

  private static int loadDays(long[] days, DataInput in) throws IOException {
    int count = in.readInt();
    for (int i = 0; i < Math.min(count, KEPT); i++) {
      days[i] = in.readLong();
    }
    return count;
  }
}
