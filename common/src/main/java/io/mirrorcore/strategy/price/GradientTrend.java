package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.EmaCascade;
import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Window;
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
 * GRADIENT_TREND: the turns of a thrice smoothed close; latched.
 *
 * <pre>
 *   base = three cascaded EMAs of c, alpha = 2 / (length + 1), each started from the first close
 *   d_t  = base_t - base_(t-2)
 *   BUY: d crosses above 0 (d_(t-1) &lt;= 0 &lt; d_t)     SELL: below (d_(t-1) &gt;= 0 &gt; d_t)
 *   band = the same cascade over h - l, times 0.618 * 2.5
 *   confidence = min(1, |c - base| / band), 0 where no bar had a range
 * </pre>
 *
 * <p>The original starts its averages at 0, which makes every series begin with a false up-trend,
 * from nothing to its price. Gradient and band are in price units.
 */
public final class GradientTrend implements SymbolStrategy {

  private static final Parameter LENGTH =
      Parameter.integer("length", 25, 1, 1000, "period of each of the three averages, in bars");

  private static final double BAND_RANGES = 0.618 * 2.5;

  /** Bars over which the gradient is taken. */
  private static final int GRADIENT_BARS = 2;

  @Override
  public String id() {
    return "GRADIENT_TREND";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LENGTH);
  }

  @Override
  public List<String> attributes() {
    return List.of("base", "gradient", "band");
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final EmaCascade base;
    private final EmaCascade range;
    private final Window bases = new Window(GRADIENT_BARS + 1);
    private final Latch latch = new Latch();

    /** Of the bar before; NaN, which crosses nothing, before there is one. */
    private double gradient = Double.NaN;

    Machine(Parameters parameters) {
      base = new EmaCascade(parameters.integer(LENGTH));
      range = new EmaCascade(parameters.integer(LENGTH));
    }

    @Override
    public Signal onBar(MarketBar market) {
      Bar bar = market.bar();
      base.add(bar.close());
      range.add(bar.high() - bar.low());
      bases.add(base.value());
      double before = gradient;
      if (bases.isFull()) {
        gradient = bases.newest() - bases.oldest();
      }
      boolean ready = base.isReady() && !Double.isNaN(before);
      return ready ? decide(bar.close(), before) : Signal.WARMUP;
    }

    private Signal decide(double close, double before) {
      double band = BAND_RANGES * range.value();
      double confidence = Math.min(1, Ratio.of(Math.abs(close - base.value()), band, 0));
      return latch.signal(side(before), false, confidence, base.value(), gradient, band);
    }

    private int side(double before) {
      if (before <= 0 && gradient > 0) {
        return 1;
      }
      return before >= 0 && gradient < 0 ? -1 : 0;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      base.save(out);
      range.save(out);
      bases.save(out);
      latch.save(out);
      out.writeDouble(gradient);
    }

    @Override
    public void load(DataInput in) throws IOException {
      base.load(in);
      range.load(in);
      bases.load(in);
      latch.load(in);
      gradient = in.readDouble();
    }
  }
}
