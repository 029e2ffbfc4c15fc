package io.mirrorcore.strategy.price;

import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * HOLD: buys at the first bar and never sells. The market itself, as a baseline that every other
 * strategy has to beat and as a sleeve of a portfolio that wants some of it whatever they say.
 *
 * <p>It is none of the field's nineteen and is off unless asked for. There is nothing to warm up:
 * confidence is 1 from the first bar on.
 */
public final class Hold implements SymbolStrategy {

  @Override
  public String id() {
    return "HOLD";
  }

  @Override
  public boolean enabledByDefault() {
    return false;
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine();
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private boolean bought;

    @Override
    public Signal onBar(MarketBar market) {
      Action action = bought ? Action.HOLD : Action.BUY;
      bought = true;
      return Signal.of(action, 1, 1);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeBoolean(bought);
    }

    @Override
    public void load(DataInput in) throws IOException {
      bought = in.readBoolean();
    }
  }
}
