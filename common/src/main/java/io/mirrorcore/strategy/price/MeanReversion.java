package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Rsi;
import io.mirrorcore.indicator.StandardDeviation;
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
 * MEAN_REVERSION: trades against a close that is far from its mean and overstretched; latched with
 * exit.
 *
 * <pre>
 *   z = (c - SMA(c)) / SD(c), 0 where the closes are all the same
 *   BUY: z &lt; -entry and RSI &lt; 30     SELL: z &gt; entry and RSI &gt; 70     exit: |z| &lt; exit
 *   confidence = min(0.9, |z| / 4)
 *   percent_b = (z + entry) / (2 entry): 0 at the lower band, 1 at the upper
 * </pre>
 */
public final class MeanReversion implements SymbolStrategy {

  private static final Parameter BB_PERIOD =
      Parameter.integer("bb-period", 20, 2, 1000, "bars of the Bollinger bands");
  private static final Parameter RSI_PERIOD =
      Parameter.integer("rsi-period", 14, 1, 1000, "bars of the relative strength index");
  private static final Parameter ENTRY =
      Parameter.real("entry", 2, 0.1, 10, "distance from the mean to enter at, in deviations");
  private static final Parameter EXIT =
      Parameter.real("exit", 0.5, 0, 10, "distance from the mean to exit within, in deviations");

  private static final double OVERSOLD = 30;
  private static final double OVERBOUGHT = 70;

  @Override
  public String id() {
    return "MEAN_REVERSION";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(BB_PERIOD, RSI_PERIOD, ENTRY, EXIT);
  }

  @Override
  public List<String> attributes() {
    return List.of("zscore", "rsi", "percent_b");
  }

  @Override
  public List<String> check(Parameters parameters) {
    double entry = parameters.real(ENTRY);
    double exit = parameters.real(EXIT);
    return exit < entry
        ? List.of()
        : List.of(
            "exit must be less than entry (" + entry + "), or no position lasts; have " + exit);
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double entry;
    private final double exit;
    private final StandardDeviation bands;
    private final Rsi rsi;
    private final Latch latch = new Latch();

    Machine(Parameters parameters) {
      entry = parameters.real(ENTRY);
      exit = parameters.real(EXIT);
      bands = new StandardDeviation(parameters.integer(BB_PERIOD));
      rsi = new Rsi(parameters.integer(RSI_PERIOD));
    }

    @Override
    public Signal onBar(MarketBar market) {
      double close = market.bar().close();
      bands.add(close);
      rsi.add(close);
      if (!bands.isReady() || !rsi.isReady()) {
        return Signal.WARMUP;
      }
      double z = Ratio.of(close - bands.mean(), bands.value(), 0);
      double confidence = Math.min(0.9, Math.abs(z) / 4);
      double percentB = (z + entry) / (2 * entry);
      return latch.signal(side(z), Math.abs(z) < exit, confidence, z, rsi.value(), percentB);
    }

    private int side(double z) {
      if (z < -entry && rsi.value() < OVERSOLD) {
        return 1;
      }
      return z > entry && rsi.value() > OVERBOUGHT ? -1 : 0;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      bands.save(out);
      rsi.save(out);
      latch.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      bands.load(in);
      rsi.load(in);
      latch.load(in);
    }
  }
}
