package com.example;

import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.MarketBar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * BUY_THE_DIP: buys a close far below the highest of the last 20 closes, and holds until a close is
 * the highest of them again; never short.
 *
 * <pre>
 *   fall = 1 - c / highest close        BUY: fall &gt;= dip        exit: fall = 0
 *   confidence = min(1, fall / (2 dip))
 * </pre>
 */
public final class BuyTheDip implements SymbolStrategy {

  private static final int BARS = 20;
  private static final Parameter DIP =
      Parameter.real("dip", 0.05, 0.001, 0.9, "least fall from the highest close, as a fraction");

  @Override
  public String id() {
    return "BUY_THE_DIP";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(DIP);
  }

  @Override
  public List<String> attributes() {
    return List.of("fall");
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters.real(DIP));
  }

  /** What is known of one symbol: its last closes, and whether it is held. */
  private static final class Machine implements SymbolStrategy.Machine {

    private final double dip;
    private final Window closes = new Window(BARS);
    private boolean holds;

    Machine(double dip) {
      this.dip = dip;
    }

    @Override
    public Signal onBar(MarketBar market) {
      closes.add(market.bar().close());
      if (!closes.isFull()) {
        return Signal.WARMUP;
      }
      double fall = 1 - closes.newest() / highestClose();
      boolean buys = !holds && fall >= dip;
      boolean exits = holds && fall == 0;
      holds = buys || (holds && !exits);
      double confidence = Math.min(1, fall / (2 * dip));
      Action action = buys ? Action.BUY : Action.HOLD;
      return new Signal(
          action, holds ? 1 : 0, confidence, exits ? "EXIT" : "", new double[] {fall});
    }

    private double highestClose() {
      double highest = closes.newest();
      for (int i = 0; i < closes.size(); i++) {
        highest = Math.max(highest, closes.get(i));
      }
      return highest;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      closes.save(out);
      out.writeBoolean(holds);
    }

    @Override
    public void load(DataInput in) throws IOException {
      closes.load(in);
      holds = in.readBoolean();
    }
  }
}
