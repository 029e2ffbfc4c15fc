package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Atr;
import io.mirrorcore.indicator.DonchianChannel;
import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Sma;
import io.mirrorcore.indicator.StandardDeviation;
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
 * MOMENTUM_BREAKOUT: trades with a close outside the channel of the bars before it, on volume and
 * with momentum; latched, with a stop that trails the best close since entry.
 *
 * <pre>
 *   BUY:  c above the highest high of the lookback bars <em>before</em> this one,
 *         v / mean volume of those bars &gt; volume_ratio, and
 *         ln(c_t / c_(t-m)) &gt; momentum_z * SD(l) * sqrt(m)      (l: one-bar log returns, lookback)
 *   SELL: mirrored
 *   exit: the close is stop_atr * ATR or more against the best close since entry
 *   confidence = min(0.9, 0.7 ratio / volume_ratio)
 * </pre>
 *
 * <p>With this bar included in the channel, as in the usual notebook version, nothing can ever
 * break out: no close is above its own bar's high. Where those bars had no volume at all the volume
 * ratio is 1.
 */
public final class MomentumBreakout implements SymbolStrategy {

  private static final Parameter LOOKBACK =
      Parameter.integer("lookback", 20, 2, 1000, "bars of the channel, mean volume and volatility");
  private static final Parameter VOLUME_RATIO =
      Parameter.real(
          "volume-ratio", 1.5, 0.1, 100, "least volume, in mean volumes of the lookback");
  private static final Parameter MOMENTUM_BARS =
      Parameter.integer("momentum-bars", 5, 1, 1000, "bars of the momentum");
  private static final Parameter MOMENTUM_Z =
      Parameter.real("momentum-z", 1, 0, 10, "least momentum, in deviations over its bars");
  private static final Parameter ATR_PERIOD =
      Parameter.integer("atr-period", 14, 1, 1000, "bars of the average true range");
  private static final Parameter STOP_ATR =
      Parameter.real("stop-atr", 2, 0.01, 100, "distance of the stop, in average true ranges");

  @Override
  public String id() {
    return "MOMENTUM_BREAKOUT";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LOOKBACK, VOLUME_RATIO, MOMENTUM_BARS, MOMENTUM_Z, ATR_PERIOD, STOP_ATR);
  }

  @Override
  public List<String> attributes() {
    return List.of("channel_high", "channel_low", "volume_ratio", "momentum", "atr");
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double volumeRatio;
    private final double momentumScale;
    private final double stopAtr;
    private final DonchianChannel channel;
    private final Sma volumes;
    private final Window closes;
    private final StandardDeviation logReturns;
    private final Atr atr;
    private final Latch latch = new Latch();
    private double bestClose;

    Machine(Parameters parameters) {
      int lookback = parameters.integer(LOOKBACK);
      int momentumBars = parameters.integer(MOMENTUM_BARS);
      volumeRatio = parameters.real(VOLUME_RATIO);
      momentumScale = parameters.real(MOMENTUM_Z) * Math.sqrt(momentumBars);
      stopAtr = parameters.real(STOP_ATR);
      channel = new DonchianChannel(lookback);
      volumes = new Sma(lookback);
      closes = new Window(momentumBars + 1);
      logReturns = new StandardDeviation(lookback);
      atr = new Atr(parameters.integer(ATR_PERIOD));
    }

    @Override
    public Signal onBar(MarketBar market) {
      Bar bar = market.bar();
      if (closes.size() > 0) {
        logReturns.add(StrictMath.log(bar.close() / closes.newest()));
      }
      closes.add(bar.close());
      atr.add(bar.high(), bar.low(), bar.close());
      Signal signal = isReady() ? decide(bar) : Signal.WARMUP;
      channel.add(bar.high(), bar.low());
      volumes.add(bar.volume());
      return signal;
    }

    private boolean isReady() {
      return channel.isReady() && closes.isFull() && logReturns.isReady() && atr.isReady();
    }

    private Signal decide(Bar bar) {
      double high = channel.high();
      double low = channel.low();
      double ratio = Ratio.of(bar.volume(), volumes.value(), 1);
      double momentum = StrictMath.log(bar.close() / closes.oldest());
      double least = momentumScale * logReturns.value();
      int side = 0;
      if (bar.close() > high && ratio > volumeRatio && momentum > least) {
        side = 1;
      } else if (bar.close() < low && ratio > volumeRatio && momentum < -least) {
        side = -1;
      }
      boolean exit = trail(bar.close(), side);
      double confidence = Math.min(0.9, 0.7 * ratio / volumeRatio);
      return latch.signal(side, exit, confidence, high, low, ratio, momentum, atr.value());
    }

    /** Keeps the best close since entry, and tells whether this close is too far from it. */
    private boolean trail(double close, int side) {
      int held = latch.position();
      if (side != 0 && side != held) {
        bestClose = close;
        return false;
      }
      bestClose = held > 0 ? Math.max(bestClose, close) : Math.min(bestClose, close);
      double against = Math.abs(bestClose - close);
      return against > 0 && against >= stopAtr * atr.value();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      channel.save(out);
      volumes.save(out);
      closes.save(out);
      logReturns.save(out);
      atr.save(out);
      latch.save(out);
      out.writeDouble(bestClose);
    }

    @Override
    public void load(DataInput in) throws IOException {
      channel.load(in);
      volumes.load(in);
      closes.load(in);
      logReturns.load(in);
      atr.load(in);
      latch.load(in);
      bestClose = in.readDouble();
    }
  }
}
