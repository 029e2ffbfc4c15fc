package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.alert.Drawdown;
import io.mirrorcore.portfolio.alert.ReturnDivergence;
import io.mirrorcore.portfolio.book.MarketScale;
import io.mirrorcore.portfolio.book.NetPositions;
import io.mirrorcore.portfolio.period.EveryBar;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.regime.RegimeDetector;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * All that an {@link Ensemble} remembers from bar to bar.
 *
 * <p>Saved in the form of the first release where there is nothing that it did not have, and read
 * in both forms. What was estimated from periods of another length is not read on: the weights and
 * the account go on, the window begins again.
 */
final class EnsembleState implements Stateful {

  /** In the place of a count: what follows the first release did not have. */
  private static final int LATER = -1;

  /** Counts results; the form before did not. */
  private static final byte FORM = 2;

  /** The same, and how orderly the market is, where positions are sized by that. */
  private static final byte SIZED = 3;

  private static final byte UNCOUNTED = 1;

  private final EnsembleSettings settings;
  private final EnsembleAlerts alerts;
  private final RebalanceSchedule schedule = new RebalanceSchedule();
  private final WeightsInForce weights;
  private final DecisionGate gate;
  private final NetPositions positions;
  private final MarketScale scale;
  private final Drawdown drawdown = new Drawdown();
  private ReturnHistory returns;
  private RegimeDetector detector;
  private ReturnDivergence divergence;
  private PeriodBook periods;
  private Sleeves sleeves;
  private long lastTime = Long.MIN_VALUE;
  private double expectedReturn;
  private double ownReturn;
  private boolean warming;
  private long results;

  EnsembleState(String portfolio, EnsembleSettings settings) {
    this.settings = settings;
    alerts = new EnsembleAlerts(portfolio, settings.alerts());
    weights = new WeightsInForce(settings.allocation().limits());
    gate = new DecisionGate(settings.gate());
    positions = settings.positions().book(settings.bars());
    scale = new MarketScale(settings.positions().sizing());
    sleeves = Sleeves.of(settings);
    beginWindow();
  }

  private void beginWindow() {
    returns = new ReturnHistory(settings.window().length());
    detector = new RegimeDetector(settings.regime());
    divergence = new ReturnDivergence(settings.window().length());
    periods = new PeriodBook(settings.time().ends(), returns, detector, divergence);
  }

  EnsembleAlerts alerts() {
    return alerts;
  }

  RebalanceSchedule schedule() {
    return schedule;
  }

  WeightsInForce weights() {
    return weights;
  }

  DecisionGate gate() {
    return gate;
  }

  NetPositions positions() {
    return positions;
  }

  MarketScale scale() {
    return scale;
  }

  Drawdown drawdown() {
    return drawdown;
  }

  ReturnHistory returns() {
    return returns;
  }

  RegimeDetector detector() {
    return detector;
  }

  ReturnDivergence divergence() {
    return divergence;
  }

  PeriodBook periods() {
    return periods;
  }

  Sleeves sleeves() {
    return sleeves;
  }

  /** Close of the last bar, epoch milliseconds. */
  long lastTime() {
    return lastTime;
  }

  void lastTime(long time) {
    lastTime = time;
  }

  /** Of the weights in force, a period. */
  double expectedReturn() {
    return expectedReturn;
  }

  /** Of the ensemble over the last bar, net of cost. */
  double ownReturn() {
    return ownReturn;
  }

  void ownReturn(double simpleReturn) {
    ownReturn = simpleReturn;
  }

  /** Whether there are weights of an optimum: those of a start do not count. */
  boolean hasBegun() {
    return weights.exist() && !warming;
  }

  /** Whether what is in force are the weights of a start. */
  boolean isWarming() {
    return weights.exist() && warming;
  }

  /** Puts weights in force. */
  void hold(DecisionGate.Verdict verdict, boolean untilItBegins, double expected) {
    weights.replace(verdict.weights(), verdict.cap());
    warming = untilItBegins;
    expectedReturn = expected;
  }

  /** Counts a result that is published: 1, 2, 3 ... */
  long nextResult() {
    return ++results;
  }

  private boolean isOverlay() {
    return settings.profile().profile() == Profile.OVERLAY;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    String inPeriods = settings.time().ends().id();
    boolean later = !inPeriods.equals(new EveryBar().id()) || warming || results > 0;
    if (later || isOverlay() || scale.isOn()) {
      out.writeInt(LATER);
      out.writeByte(scale.isOn() ? SIZED : FORM);
      out.writeUTF(inPeriods);
      periods.save(out);
      out.writeBoolean(warming);
      out.writeBoolean(isOverlay());
      sleeves.save(out);
      out.writeLong(results);
      if (scale.isOn()) {
        scale.save(out);
      }
    }
    for (Stateful part : parts()) {
      part.save(out);
    }
    out.writeLong(lastTime);
    out.writeDouble(expectedReturn);
    out.writeDouble(ownReturn);
  }

  @Override
  public void load(DataInput in) throws IOException {
    int columns = in.readInt();
    String inPeriods = new EveryBar().id();
    if (columns == LATER) {
      inPeriods = loadLater(in);
      columns = in.readInt();
    }
    returns.load(columns, in);
    for (Stateful part : parts().subList(1, parts().size())) {
      part.load(in);
    }
    lastTime = in.readLong();
    expectedReturn = in.readDouble();
    ownReturn = in.readDouble();
    if (!inPeriods.equals(settings.time().ends().id())) {
      beginWindow();
    }
  }

  private String loadLater(DataInput in) throws IOException {
    int form = in.readByte();
    if (form < UNCOUNTED || form > SIZED) {
      throw new IOException("the state of an ensemble must have form 1, 2 or 3; has " + form);
    }
    String inPeriods = in.readUTF();
    periods.load(in);
    warming = in.readBoolean();
    if (in.readBoolean()) {
      Sleeves saved =
          isOverlay()
              ? sleeves
              : new OverlaySleeves(settings.profile().overlay(), settings.bars().perDay());
      saved.load(in);
    }
    results = form == UNCOUNTED ? 0 : in.readLong();
    if (form == SIZED) {
      scale.load(in); // also where positions are no longer sized: then nobody asks for it
    }
    return inPeriods;
  }

  /** In the order of the first release; the returns are the first. */
  private List<Stateful> parts() {
    return List.of(
        returns, detector, schedule, weights, gate, positions, drawdown, divergence, alerts);
  }
}
