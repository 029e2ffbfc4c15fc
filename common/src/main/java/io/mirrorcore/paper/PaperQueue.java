package io.mirrorcore.paper;

import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events that wait, by their time. */
final class PaperQueue implements Stateful {

  private static final Comparator<PaperPrice> BY_SYMBOL = Comparator.comparing(PaperPrice::symbol);

  private final TreeMap<Long, Moment> moments = new TreeMap<>();

  /**
   * All of one time.
   *
   * @param time epoch milliseconds
   * @param prices by symbol; of one symbol in the order of arrival
   * @param positions at most one
   * @param controls in the order of arrival
   */
  record Moment(
      long time,
      List<PaperPrice> prices,
      List<TargetPositions> positions,
      List<PaperControl> controls) {

    Moment(long time) {
      this(time, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private Moment at(long time) {
    return moments.computeIfAbsent(time, Moment::new);
  }

  boolean add(PaperPrice price) {
    return at(price.time()).prices().add(price);
  }

  boolean add(TargetPositions positions) {
    return at(positions.time()).positions().add(positions);
  }

  boolean add(PaperControl control) {
    return at(control.time()).controls().add(control);
  }

  boolean isEmpty() {
    return moments.isEmpty();
  }

  boolean hasUpTo(long time) {
    return !moments.isEmpty() && moments.firstKey() <= time;
  }

  /** The first moment, its prices in order; it waits no longer. */
  Moment take() {
    Moment first = moments.pollFirstEntry().getValue();
    first.prices().sort(BY_SYMBOL);
    return first;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(moments.size());
    for (Moment moment : moments.values()) {
      out.writeLong(moment.time());
      out.writeInt(moment.prices().size());
      for (PaperPrice price : moment.prices()) {
        out.writeUTF(price.symbol());
        out.writeDouble(price.ask());
        out.writeDouble(price.bid());
      }
      out.writeInt(moment.positions().size());
      for (TargetPositions positions : moment.positions()) {
        out.writeUTF(positions.portfolio());
        save(positions.positions(), out);
        save(positions.prices(), out);
      }
      out.writeInt(moment.controls().size());
      for (PaperControl control : moment.controls()) {
        out.writeUTF(control.portfolio());
        out.writeUTF(control.action().name());
        out.writeUTF(control.by().name());
      }
    }
  }

  private static void save(Map<String, Double> numbers, DataOutput out) throws IOException {
    out.writeInt(numbers.size());
    for (Map.Entry<String, Double> entry : numbers.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue());
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    moments.clear();
    for (int left = in.readInt(); left > 0; left--) {
      load(at(in.readLong()), in);
    }
  }

  private static void load(Moment moment, DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      moment
          .prices()
          .add(new PaperPrice(in.readUTF(), moment.time(), in.readDouble(), in.readDouble()));
    }
    for (int left = in.readInt(); left > 0; left--) {
      // Gross, net and slots are not asked for here.
      moment
          .positions()
          .add(
              new TargetPositions(
                  in.readUTF(), moment.time(), numbers(in), 0, 0, null, numbers(in)));
    }
    for (int left = in.readInt(); left > 0; left--) {
      moment
          .controls()
          .add(
              new PaperControl(
                  in.readUTF(),
                  PaperControl.Action.valueOf(in.readUTF()),
                  moment.time(),
                  PaperControl.Origin.valueOf(in.readUTF())));
    }
  }

  private static Map<String, Double> numbers(DataInput in) throws IOException {
    TreeMap<String, Double> numbers = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String symbol = in.readUTF();
      numbers.put(symbol, in.readDouble());
    }
    return numbers;
  }
}
