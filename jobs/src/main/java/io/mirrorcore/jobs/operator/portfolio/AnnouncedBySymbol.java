package io.mirrorcore.jobs.operator.portfolio;

import io.mirrorcore.jobs.operator.symbol.Announced;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * State of one strategy of a portfolio: the signal it last published about each symbol, and its
 * machine where the portfolio's operator runs it. One cell of keyed state.
 */
final class AnnouncedBySymbol implements Stateful {

  private final Stateful machine;
  private final Map<String, Announced> announced = new TreeMap<>();

  /**
   * @param machine saved along; null for a strategy whose machines live in shards
   */
  AnnouncedBySymbol(Stateful machine) {
    this.machine = machine;
  }

  <T extends Stateful> T machine(Class<T> type) {
    return type.cast(machine);
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
    if (machine != null) {
      machine.save(out);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    announced.clear();
    for (int left = in.readInt(); left > 0; left--) {
      Announced last = new Announced();
      announced.put(in.readUTF(), last);
      last.load(in);
    }
    if (machine != null) {
      machine.load(in);
    }
  }
}
