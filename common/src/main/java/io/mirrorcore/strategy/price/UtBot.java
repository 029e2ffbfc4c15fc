package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Atr;
import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Latch;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * UT_BOT: a trailing stop at a multiple of the average true range; latched.
 *
 * <pre>
 *   loss = sensitivity * ATR                                        (Wilder)
 *   S_t = max(S_(t-1), c_t - loss)   both closes above S_(t-1)
 *         min(S_(t-1), c_t + loss)   both closes below
 *         c_t - loss                 else, c_t above
 *         c_t + loss                 else
 *   BUY: c_(t-1) &lt; S_(t-1) &lt; c_t     SELL: c_(t-1) &gt; S_(t-1) &gt; c_t
 *   confidence = min(1, |c_t - S_t| / (2 loss)), 0 where nothing moves
 * </pre>
 *
 * <p>The stop trails from the first average true range on, starting at c - loss, so that it has
 * forgotten its start by the time the strategy may speak.
 */
public final class UtBot implements SymbolStrategy {

  private static final Parameter ATR_PERIOD =
      Parameter.integer("atr-period", 10, 1, 1000, "bars of the average true range");
  private static final Parameter SENSITIVITY =
      Parameter.real("sensitivity", 1, 0.01, 100, "distance of the stop, in average true ranges");

  @Override
  public String id() {
    return "UT_BOT";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(ATR_PERIOD, SENSITIVITY);
  }

  @Override
  public List<String> attributes() {
    return List.of("stop", "atr");
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double sensitivity;
    private final Atr atr;
    private final Latch latch = new Latch();
    private double previousClose = Double.NaN;
    private double stop = Double.NaN;

    Machine(Parameters parameters) {
      sensitivity = parameters.real(SENSITIVITY);
      atr = new Atr(parameters.integer(ATR_PERIOD));
    }

    @Override
    public Signal onBar(MarketBar market) {
      Bar bar = market.bar();
      atr.add(bar.high(), bar.low(), bar.close());
      Signal signal = atr.hasValue() ? trail(bar.close()) : Signal.WARMUP;
      previousClose = bar.close();
      return signal;
    }

    private Signal trail(double close) {
      double loss = sensitivity * atr.value();
      double previousStop = stop;
      stop = Double.isNaN(stop) ? close - loss : nextStop(close, loss);
      if (!atr.isReady()) {
        return Signal.WARMUP;
      }
      double confidence = Math.min(1, Ratio.of(Math.abs(close - stop), 2 * loss, 0));
      return latch.signal(side(close, previousStop), false, confidence, stop, atr.value());
    }

    private double nextStop(double close, double loss) {
      if (close > stop && previousClose > stop) {
        return Math.max(stop, close - loss);
      }
      if (close < stop && previousClose < stop) {
        return Math.min(stop, close + loss);
      }
      return close > stop ? close - loss : close + loss;
    }

    private int side(double close, double previousStop) {
      if (previousClose < previousStop && previousStop < close) {
        return 1;
      }
      return previousClose > previousStop && previousStop > close ? -1 : 0;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      atr.save(out);
      latch.save(out);
      out.writeDouble(previousClose);
      out.writeDouble(stop);
    }

    @Override
    public void load(DataInput in) throws IOException {
      atr.load(in);
      latch.load(in);
      previousClose = in.readDouble();
      stop = in.readDouble();
    }
  }
}
