package io.mirrorcore.paper;

import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A venue that fills every order as a whole at the first price that comes: no queue, no impact, no
 * partial fills. What that flatters is the price of large orders; slippage is there to stand for
 * it.
 */
public final class SimulatedVenue implements OrderGateway, Stateful {

  private final TreeMap<String, PaperOrder> open = new TreeMap<>();

  @Override
  public void send(PaperOrder order) {
    open.put(order.symbol(), order);
  }

  @Override
  public void cancel(PaperOrder order) {
    open.remove(order.symbol());
  }

  /** The order that a price meets; it is open no longer. */
  Optional<PaperOrder> meet(PaperPrice price) {
    return Optional.ofNullable(open.remove(price.symbol()));
  }

  /** Orders that no price has met, by symbol. */
  List<PaperOrder> open() {
    return new ArrayList<>(open.values());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(open.size());
    for (Map.Entry<String, PaperOrder> entry : open.entrySet()) {
      PaperOrder order = entry.getValue();
      out.writeUTF(order.portfolio());
      out.writeLong(order.time());
      out.writeLong(order.order());
      out.writeUTF(order.symbol());
      out.writeDouble(order.quantity());
      out.writeDouble(order.price());
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    open.clear();
    for (int left = in.readInt(); left > 0; left--) {
      send(
          new PaperOrder(
              in.readUTF(),
              in.readLong(),
              in.readLong(),
              in.readUTF(),
              in.readDouble(),
              in.readDouble(),
              PaperOrder.State.SENT));
    }
  }
}
