package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Ema;
import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Sma;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * SENTIMENT_MOMENTUM: momentum over two horizons, taken whole where returns came on volume; level.
 *
 * <pre>
 *   e = mean_5 of r ln(1 + v / mean_10 v),  s = e / SD_50(e)
 *   bullish: returns over short and long bars both &gt; 0 and EMA_short &gt; EMA_long
 *   bullish and s &gt; z: STRONG_BUY, 1       bullish and s &gt;= -z: BUY, 0.6       z: sentiment_z
 *   bearish, mirrored: all three &lt;, s &lt; -z STRONG_SELL, -1, s &lt;= z SELL, -0.6
 *   confidence = min(0.9, 0.6 + sentiment_weight |s|), 0 on HOLD
 * </pre>
 *
 * <p>No news is read: the "sentiment" is that of the tape. Dividing it by its own deviation lets
 * one threshold serve every market and bar. Where the last 10 bars had no volume at all each counts
 * as average, so that a series without volumes is judged by its returns.
 */
public final class SentimentMomentum implements SymbolStrategy {

  private static final Parameter SHORT =
      Parameter.integer("short", 5, 1, 1000, "bars of the short momentum and average");
  private static final Parameter LONG =
      Parameter.integer("long", 20, 2, 1000, "bars of the long momentum and average");
  private static final Parameter SENTIMENT_WEIGHT =
      Parameter.real("sentiment-weight", 0.3, 0, 10, "confidence that a sentiment of 1 adds");
  private static final Parameter SENTIMENT_Z =
      Parameter.real("sentiment-z", 0.25, 0, 10, "sentiment that confirms, in its own deviations");

  private static final int SENTIMENT_BARS = 5;
  private static final int VOLUME_BARS = 10;
  private static final int SCALE_BARS = 50;
  private static final double WEAK_POSITION = 0.6;

  @Override
  public String id() {
    return "SENTIMENT_MOMENTUM";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(SHORT, LONG, SENTIMENT_WEIGHT, SENTIMENT_Z);
  }

  @Override
  public List<String> attributes() {
    return List.of("sentiment", "momentum_short", "momentum_long");
  }

  @Override
  public List<String> check(Parameters parameters) {
    int shortBars = parameters.integer(SHORT);
    int longBars = parameters.integer(LONG);
    return shortBars < longBars
        ? List.of()
        : List.of("short must be less than long (" + longBars + "); have " + shortBars);
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final int shortBars;
    private final double sentimentWeight;
    private final double sentimentZ;
    private final Window closes;
    private final Ema shortAverage;
    private final Ema longAverage;
    private final Sma volumes = new Sma(VOLUME_BARS);
    private final Sma excitement = new Sma(SENTIMENT_BARS);
    private final StandardDeviation scale = new StandardDeviation(SCALE_BARS);

    Machine(Parameters parameters) {
      shortBars = parameters.integer(SHORT);
      int longBars = parameters.integer(LONG);
      sentimentWeight = parameters.real(SENTIMENT_WEIGHT);
      sentimentZ = parameters.real(SENTIMENT_Z);
      closes = new Window(longBars + 1);
      shortAverage = new Ema(shortBars);
      longAverage = new Ema(longBars);
    }

    @Override
    public Signal onBar(MarketBar market) {
      Bar bar = market.bar();
      volumes.add(bar.volume());
      if (closes.size() > 0 && volumes.isReady()) {
        feel(bar.close() / closes.newest() - 1, bar.volume());
      }
      closes.add(bar.close());
      shortAverage.add(bar.close());
      longAverage.add(bar.close());
      boolean trend = closes.isFull() && shortAverage.isReady() && longAverage.isReady();
      return trend && scale.isReady() ? decide(bar.close()) : Signal.WARMUP;
    }

    private void feel(double change, double volume) {
      double ratio = Ratio.of(volume, volumes.value(), 1);
      excitement.add(change * StrictMath.log(1 + ratio));
      if (excitement.isReady()) {
        scale.add(excitement.value());
      }
    }

    private Signal decide(double close) {
      double sentiment = Ratio.of(excitement.value(), scale.value(), 0);
      double momentumShort = close / closes.latest(shortBars) - 1;
      double momentumLong = close / closes.oldest() - 1;
      double[] attributes = {sentiment, momentumShort, momentumLong};
      double spread = shortAverage.value() - longAverage.value();
      if (momentumShort > 0 && momentumLong > 0 && spread > 0) {
        return signal(1, sentiment, attributes);
      }
      if (momentumShort < 0 && momentumLong < 0 && spread < 0) {
        return signal(-1, sentiment, attributes);
      }
      return Signal.of(Action.HOLD, 0, 0, attributes);
    }

    /** A buy for side +1, and for -1 the same with every sign turned. */
    private Signal signal(int side, double sentiment, double[] attributes) {
      double agreement = side * sentiment;
      double confidence = Math.min(0.9, 0.6 + sentimentWeight * Math.abs(sentiment));
      if (agreement > sentimentZ) {
        Action strong = side > 0 ? Action.STRONG_BUY : Action.STRONG_SELL;
        return Signal.of(strong, side, confidence, attributes);
      }
      if (agreement >= -sentimentZ) {
        Action weak = side > 0 ? Action.BUY : Action.SELL;
        return Signal.of(weak, side * WEAK_POSITION, confidence, attributes);
      }
      return Signal.of(Action.HOLD, 0, 0, attributes);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      closes.save(out);
      shortAverage.save(out);
      longAverage.save(out);
      volumes.save(out);
      excitement.save(out);
      scale.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      closes.load(in);
      shortAverage.load(in);
      longAverage.load(in);
      volumes.load(in);
      excitement.load(in);
      scale.load(in);
    }
  }
}
