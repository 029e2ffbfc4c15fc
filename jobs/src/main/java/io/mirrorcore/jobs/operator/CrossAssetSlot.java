package io.mirrorcore.jobs.operator;

import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;
import io.mirrorcore.strategy.CrossAssetStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What one cross-asset strategy remembers about one portfolio: one cell of keyed state. */
final class CrossAssetSlot implements Stateful {

  private final CrossAssetStrategy.Machine machine;
  private final Map<String, Announced> announced = new TreeMap<>();

  CrossAssetSlot(CrossAssetStrategy.Machine machine) {
    this.machine = machine;
  }

  CrossAssetStrategy.Machine machine() {
    return machine;
  }

  boolean changesTo(String symbol, Signal signal) {
    return announced.computeIfAbsent(symbol, s -> new Announced()).changesTo(signal);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(announced.size());
    for (Map.Entry<String, Announced> entry : announced.entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().save(out);
    }
    machine.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    announced.clear();
    for (int left = in.readInt(); left > 0; left--) {
      Announced last = new Announced();
      announced.put(in.readUTF(), last);
      last.load(in);
    }
    machine.load(in);
  }
}
