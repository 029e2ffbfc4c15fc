package io.mirrorcore.strategy.price;

import io.mirrorcore.indicator.Atr;
import io.mirrorcore.indicator.Ratio;
import io.mirrorcore.indicator.Rsi;
import io.mirrorcore.indicator.Sma;
import io.mirrorcore.indicator.StandardDeviation;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.indicator.statistic.EwmaMahalanobis;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.TimedLatch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * ANOMALY_DETECTION: trades against the return of a bar that is unlike those before it; latched,
 * for {@code hold} bars.
 *
 * <pre>
 *   features, and what they are where their denominator is 0:
 *     r_t / SD_20 (0)             SD_5 / SD_20 (1)      r over 5 bars / (SD_20 sqrt 5) (0)
 *     ln(v / mean_20 v) (0)       (RSI_14 - 50) / 50    (h - l) / ATR_14 (1)
 *   d2   = squared Mahalanobis distance from their {@link EwmaMahalanobis exponentially weighted}
 *          mean and covariance up to the bar before, ridge 1e-6 of the mean variance
 *   tail = P(chi-square(6) &gt; d2) = e^-y (1 + y + y^2 / 2), y = d2 / 2
 *   anomaly: tail &lt; contamination.  BUY: r_t &lt; 0     SELL: r_t &gt; 0
 *   confidence = max(0, 1 - tail / contamination)
 * </pre>
 *
 * <p>Up to the bar <em>before</em>: an outlier that is part of the covariance it is measured with
 * widens it and hides itself. The attribute distance is d, the square root of d2, in deviations.
 * The logarithm of a volume of 0 does not exist: such a bar counts as average.
 *
 * <p>Edition 2: another anomaly on the side that is held begins {@code hold} anew; edition 1 left
 * the market in the middle of a second fall.
 */
public final class AnomalyDetection implements SymbolStrategy {

  private static final Parameter HALF_LIFE =
      Parameter.real("half-life", 50, 1, 10_000, "bars after which a bar weighs half");
  private static final Parameter CONTAMINATION =
      Parameter.real(
          "contamination", 0.02, 1e-6, 0.5, "share of bars that are anomalies if Gaussian");
  private static final Parameter HOLD =
      Parameter.integer("hold", 5, 1, 10_000, "bars from entry to exit");

  private static final int FEATURES = 6;
  private static final double RIDGE = 1e-6;
  private static final int SHORT = 5;
  private static final int LONG = 20;
  private static final int OSCILLATOR = 14;

  @Override
  public String id() {
    return "ANOMALY_DETECTION";
  }

  @Override
  public Input input() {
    return Input.PRICES;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(Edition.PARAMETER, HALF_LIFE, CONTAMINATION, HOLD);
  }

  @Override
  public List<String> attributes() {
    return List.of("distance", "tail");
  }

  @Override
  public SymbolStrategy.Machine machine(Parameters parameters) {
    return new Machine(parameters);
  }

  /** Upper tail of the chi-square law with 6 degrees of freedom, in [0, 1]. */
  static double tail(double squaredDistance) {
    // Beyond 1500 the tail is 0 in double precision, and infinity times 0 would be no number.
    double y = Math.min(squaredDistance, 1500) / 2;
    return Math.min(1, StrictMath.exp(-y) * (1 + y + y * y / 2));
  }

  private static final class Machine implements SymbolStrategy.Machine {

    private final double contamination;
    private final StandardDeviation shortReturns = new StandardDeviation(SHORT);
    private final StandardDeviation longReturns = new StandardDeviation(LONG);
    private final Window closes = new Window(SHORT + 1);
    private final Sma volumes = new Sma(LONG);
    private final Rsi rsi = new Rsi(OSCILLATOR);
    private final Atr atr = new Atr(OSCILLATOR);
    private final EwmaMahalanobis history;
    private final TimedLatch latch;
    private final double[] features = new double[FEATURES];

    Machine(Parameters parameters) {
      contamination = parameters.real(CONTAMINATION);
      history = new EwmaMahalanobis(FEATURES, parameters.real(HALF_LIFE), RIDGE);
      int hold = parameters.integer(HOLD);
      latch =
          parameters.edition() == Edition.SECOND
              ? TimedLatch.restarting(hold)
              : new TimedLatch(hold);
    }

    @Override
    public Signal onBar(MarketBar market) {
      Bar bar = market.bar();
      double change = closes.size() > 0 ? bar.close() / closes.newest() - 1 : 0;
      if (closes.size() > 0) {
        shortReturns.add(change);
        longReturns.add(change);
      }
      closes.add(bar.close());
      volumes.add(bar.volume());
      rsi.add(bar.close());
      atr.add(bar.high(), bar.low(), bar.close());
      if (!longReturns.isReady() || !rsi.isReady() || !atr.isReady()) {
        return Signal.WARMUP;
      }
      takeFeatures(bar, change);
      Signal signal = history.isReady() ? decide(change) : Signal.WARMUP;
      history.add(features);
      return signal;
    }

    private void takeFeatures(Bar bar, double change) {
      double deviation = longReturns.value();
      double overBars = closes.newest() / closes.oldest() - 1;
      double volumeRatio = Ratio.of(bar.volume(), volumes.value(), 1);
      features[0] = Ratio.of(change, deviation, 0);
      features[1] = Ratio.of(shortReturns.value(), deviation, 1);
      features[2] = Ratio.of(overBars, deviation * Math.sqrt(SHORT), 0);
      features[3] = volumeRatio > 0 ? StrictMath.log(volumeRatio) : 0;
      features[4] = (rsi.value() - 50) / 50;
      features[5] = Ratio.of(bar.high() - bar.low(), atr.value(), 1);
    }

    private Signal decide(double change) {
      double squared = history.squaredDistance(features);
      double tail = tail(squared);
      int side = tail < contamination ? (int) -Math.signum(change) : 0;
      double confidence = Math.max(0, 1 - tail / contamination);
      return latch.signal(side, confidence, Math.sqrt(squared), tail);
    }

    @Override
    public void save(DataOutput out) throws IOException {
      shortReturns.save(out);
      longReturns.save(out);
      closes.save(out);
      volumes.save(out);
      rsi.save(out);
      atr.save(out);
      history.save(out);
      latch.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      shortReturns.load(in);
      longReturns.load(in);
      closes.load(in);
      volumes.load(in);
      rsi.load(in);
      atr.load(in);
      history.load(in);
      latch.load(in);
    }
  }
}
