package io.mirrorcore.strategy.cross;

import io.mirrorcore.strategy.PairReading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A pair of one trading period: its spread is fixed, its position is not.
 *
 * <pre>
 *   z = (ln a - hedge ln b - mean) / SD
 *   enter against z while entry &lt; |z| &lt;= stop
 *   leave when z on the side of the entry is below exit (a jump across counts), or beyond stop
 *   a stopped pair waits for |z| &lt; exit
 *   legs: 1 of a against hedge of b, both divided by max(1, hedge)
 * </pre>
 */
final class FormedPair {

  /**
   * When to enter and leave, in deviations of the spread.
   *
   * @param exit at most {@code entry}
   * @param stop more than {@code entry}
   */
  record Rule(double entry, double exit, double stop) {}

  private final String a;
  private final String b;
  private final double hedge;
  private final double mean;
  private final double deviation;

  /** Sign of z at the entry: a is held against it; 0 where there is no position. */
  private int side;

  private boolean stopped;
  private double z;

  /**
   * @param a first by name
   * @param hedge of the formation, more than 0
   * @param mean of ln a - hedge ln b over the formation
   * @param deviation of it, more than 0
   */
  FormedPair(String a, String b, double hedge, double mean, double deviation) {
    this.a = a;
    this.b = b;
    this.hedge = hedge;
    this.mean = mean;
    this.deviation = deviation;
  }

  String first() {
    return a;
  }

  String second() {
    return b;
  }

  boolean isOpen() {
    return side != 0;
  }

  /**
   * Takes in a close of both; the reading to tell, or null where there is no position to tell of.
   */
  PairReading next(double logA, double logB, Rule rule) {
    z = (logA - hedge * logB - mean) / deviation;
    int before = side;
    leave(rule);
    enter(rule);
    if (side != 0) {
      return reading(side == before ? PairsTrading.KEPT : PairsTrading.OPENED);
    }
    return before != 0 ? closed() : null;
  }

  private void leave(Rule rule) {
    double along = z * side;
    if (side != 0 && along > rule.stop) {
      side = 0;
      stopped = true;
    } else if (side != 0 && along < rule.exit) {
      side = 0;
    }
    stopped = stopped && !(Math.abs(z) < rule.exit);
  }

  private void enter(Rule rule) {
    double away = Math.abs(z);
    if (side == 0 && !stopped && away > rule.entry && away <= rule.stop) {
      side = z > 0 ? 1 : -1;
    }
  }

  /** At a close at which one of the two has no bar. */
  PairReading kept() {
    return reading(PairsTrading.KEPT);
  }

  private PairReading reading(int event) {
    double whole = Math.max(1, hedge);
    return new PairReading(a, b, new double[] {-side / whole, side * (hedge / whole), z, event});
  }

  PairReading closed() {
    return new PairReading(a, b, new double[] {0, 0, 0, PairsTrading.CLOSED});
  }

  void save(DataOutput out) throws IOException {
    out.writeUTF(a);
    out.writeUTF(b);
    out.writeDouble(hedge);
    out.writeDouble(mean);
    out.writeDouble(deviation);
    out.writeByte(side);
    out.writeBoolean(stopped);
    out.writeDouble(z);
  }

  static FormedPair load(DataInput in) throws IOException {
    FormedPair pair =
        new FormedPair(
            in.readUTF(), in.readUTF(), in.readDouble(), in.readDouble(), in.readDouble());
    pair.side = in.readByte();
    pair.stopped = in.readBoolean();
    pair.z = in.readDouble();
    return pair;
  }
}
