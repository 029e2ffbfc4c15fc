package io.mirrorcore.jobs.operator;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.metrics.Counter;

/** A count that is made for a summary, shown as a metric: there is one number, not two. */
final class Counted implements Counter {

  private final LongCounter counter;

  Counted(LongCounter counter) {
    this.counter = counter;
  }

  @Override
  public void inc() {
    inc(1);
  }

  @Override
  public void inc(long n) {
    counter.add(n);
  }

  @Override
  public void dec() {
    inc(-1);
  }

  @Override
  public void dec(long n) {
    inc(-n);
  }

  @Override
  public long getCount() {
    return counter.getLocalValuePrimitive();
  }
}
