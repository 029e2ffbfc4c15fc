package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.period.PeriodEnds;
import io.mirrorcore.regime.Cadence;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * When the weights are due: every period while there are none, so that a first attempt that fails
 * is made again at once; then when the cadence of the regime in force <em>now</em> has passed since
 * the last due time, whatever became of that one. A change to a regime with a shorter cadence may
 * make the weights due at once.
 */
final class RebalanceSchedule implements Stateful {

  private long lastDue;
  private long periodsSince;

  /**
   * Asks, once for every end of a period; a due time counts as the last from then on.
   *
   * @param ended periods that ended since it was asked last, mostly 1
   */
  boolean isDue(long time, int ended, Cadence cadence, boolean weightsExist) {
    periodsSince += ended;
    if (weightsExist && !cadence.elapsed(time - lastDue, periodsSince)) {
      return false;
    }
    lastDue = time;
    periodsSince = 0;
    return true;
  }

  /**
   * The close at which the weights are due again, as far as it is known now: a later regime may
   * want them sooner, and a market that is closed then has its first close behind it.
   *
   * @param ends of the periods that a cadence counts
   * @return epoch milliseconds, after the last due time
   */
  long next(Cadence cadence, PeriodEnds ends) {
    long wait = cadence.bars() > 0 ? cadence.bars() * ends.lengthMs() : cadence.millis();
    return ends.endAfter(lastDue, wait);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(lastDue);
    out.writeLong(periodsSince);
  }

  @Override
  public void load(DataInput in) throws IOException {
    lastDue = in.readLong();
    periodsSince = in.readLong();
  }
}
