package io.mirrorcore.backtest.live;

import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.track.LossFromPeak;
import io.mirrorcore.backtest.track.TrailingSharpe;
import io.mirrorcore.portfolio.alert.AlertBook;
import io.mirrorcore.portfolio.alert.AlertBook.Condition;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What one ensemble earned so far, beside equal weight and the market, by the classes of the
 * backtest's tracks and from the same moment on: the first weights of an estimate. What it tells at
 * a close is what a backtest of all bars up to there has in its tracks at that close, to the bit.
 *
 * <p>Memory is that of the strategies, the symbols alive, and the window of the Sharpe ratio.
 */
public final class Performance implements Stateful {

  private static final byte FORM = 1;

  private final String portfolio;
  private final PerformanceSettings settings;
  private final StrategyPlaces places;
  private final Tracks tracks;
  private final LossFromPeak loss = new LossFromPeak();
  private final TrailingSharpe sharpe;
  private final AlertBook alerts;
  private long since = Long.MIN_VALUE;
  private int bars;
  private double expected;

  /**
   * An ensemble that has not begun.
   *
   * @param first any close of it: it says which strategies there are, and whether symbols are known
   */
  public Performance(PortfolioBar first, PerformanceSettings settings) {
    portfolio = first.portfolio();
    this.settings = settings;
    places = new StrategyPlaces(first);
    tracks = new Tracks(places, settings.account());
    sharpe = new TrailingSharpe(settings.window(), settings.account().bars().perYear());
    alerts = new AlertBook(portfolio);
  }

  /** What there is to say of a close; both are empty before the first weights of an estimate. */
  public record Told(PerformanceRecord record, List<Alert> alerts) {}

  /**
   * Takes in one close.
   *
   * @param step what the ensemble said of it
   * @param promised return that the estimate promises of the weights in force from now on, a period
   */
  public Told onBar(PortfolioBar bar, EnsembleStep step, double promised) {
    EvaluatedBar seen = tracks.see(bar, step);
    boolean begun = since != Long.MIN_VALUE;
    PerformanceRecord record = begun && step.returns() != null ? earn(seen) : null;
    if (begins(step.weights()) && !begun) {
      since = bar.time();
    }
    if (since != Long.MIN_VALUE) {
      tracks.decide(seen, step);
    } else {
      tracks.prepare(seen);
    }
    expected = promised / settings.barsPerPeriod();
    return new Told(record, alerts.drain());
  }

  private static boolean begins(EnsembleWeights weights) {
    return weights != null && !weights.rebalance().decision().equals(Decision.WARMUP.name());
  }

  private PerformanceRecord earn(EvaluatedBar bar) {
    Tracks.Earned earned = tracks.earn(bar);
    bars++;
    sharpe.add(earned.own().net());
    double value = sharpe.isKnown() ? sharpe.value() : Double.NaN;
    tell(value, bar.time());
    return new PerformanceRecord(
        portfolio,
        bar.time(),
        since,
        bars,
        expected,
        earned.own().net(),
        earned.own().cost(),
        earned.equity(),
        loss.at(earned.equity()),
        earned.equalWeight(),
        earned.hold(),
        sharpe.isKnown() ? value : null,
        earned.winRate());
  }

  private void tell(double value, long time) {
    if (!Double.isNaN(value) && settings.sharpeBelow() > PerformanceSettings.NEVER) {
      alerts.update(
          Condition.of(
              Alert.Level.WARNING,
              "LOW_REALISED_SHARPE",
              value < settings.sharpeBelow(),
              value,
              settings.sharpeBelow(),
              () ->
                  String.format(
                      Locale.ROOT,
                      "the annualised Sharpe ratio of the last %d bars is %.2f",
                      settings.window(),
                      value)),
          time);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeByte(FORM);
    places.save(out);
    tracks.save(out);
    loss.save(out);
    sharpe.save(out);
    alerts.save(out);
    out.writeLong(since);
    out.writeInt(bars);
    out.writeDouble(expected);
  }

  @Override
  public void load(DataInput in) throws IOException {
    int form = in.readByte();
    if (form != FORM) {
      throw new IOException("the state of a performance must have form " + FORM + "; has " + form);
    }
    tracks.load(in, places.load(in));
    loss.load(in);
    sharpe.load(in);
    alerts.load(in);
    since = in.readLong();
    bars = in.readInt();
    expected = in.readDouble();
  }
}
