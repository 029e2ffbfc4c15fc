package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** State of one single-symbol strategy for one symbol: one cell of keyed state. */
final class SymbolSlot implements Stateful {

  private final SymbolStrategy.Machine machine;
  private final Announced announced = new Announced();

  SymbolSlot(SymbolStrategy.Machine machine) {
    this.machine = machine;
  }

  SymbolStrategy.Machine machine() {
    return machine;
  }

  boolean changesTo(Signal signal) {
    return announced.changesTo(signal);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    announced.save(out);
    machine.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    announced.load(in);
    machine.load(in);
  }
}
