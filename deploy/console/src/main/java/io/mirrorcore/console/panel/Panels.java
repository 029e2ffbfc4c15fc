package io.mirrorcore.console.panel;

import io.mirrorcore.console.feed.Feed;
import io.mirrorcore.console.feed.Heard;
import io.mirrorcore.console.feed.InputEnd;
import io.mirrorcore.console.state.Tree;
import io.mirrorcore.console.web.Answers;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.signal.SignalRecord;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All panels: what is heard goes to those that it concerns. A job that begins anew goes back in
 * time; then what is drawn over time begins anew with it, for numbers that stand still would be
 * believed.
 */
public final class Panels implements Feed.Listener, Answers {

  private final InstantSource clock;
  private final StatusPanel status;
  private final NowPanel now;
  private final ProofPanel proof;
  private final WeightsPanel weights;
  private final EquityPanel equity;
  private final SignalsPanel signals;
  private final PositionsPanel positions;
  private final AccountPanel account;
  private final AlertsPanel alerts;
  private final LettersPanel letters;
  private final Map<String, Long> weightTimes = new HashMap<>();
  private final Map<String, Long> performanceTimes = new HashMap<>();

  public Panels(Tree tree, PanelSettings settings, InstantSource clock) {
    this.clock = clock;
    status =
        new StatusPanel(
            tree,
            new StatusPanel.Subject(
                settings.job(),
                settings.version(),
                settings.intervalMs(),
                settings.history().toMillis()),
            clock.millis());
    now = new NowPanel(tree, settings.portfolios());
    proof = new ProofPanel(tree, clock);
    weights = new WeightsPanel(tree);
    equity = new EquityPanel(tree, settings.performance());
    signals = new SignalsPanel(tree, settings.history().toMillis());
    positions = new PositionsPanel(tree);
    account = new AccountPanel(tree);
    alerts = new AlertsPanel(tree);
    letters = new LettersPanel(tree, settings.redriveOptions());
  }

  @Override
  public synchronized void heard(List<Heard> records) {
    for (Heard record : records) {
      try {
        status.heard(record, take(record));
      } catch (RuntimeException e) { // of what it lacks, too: what comes behind it is to be read
        status.refused(); // it is shown as a number: a page has no log
      }
    }
  }

  /** Shows one record; its event time. */
  private long take(Heard heard) {
    byte[] json = heard.value();
    return switch (heard.topic()) {
      case SIGNALS -> signal(Json.decode(json, SignalRecord.class));
      case PERFORMANCE -> performance(Json.decode(json, PerformanceRecord.class));
      case WEIGHTS -> weights(Json.decode(json, EnsembleWeights.class), json);
      case POSITIONS -> positions(Json.decode(json, TargetPositions.class));
      case ACCOUNT -> account(Json.decode(json, PaperAccount.class));
      case ALERTS -> alert(Json.decode(json, Alert.class));
      case DEAD_LETTER -> letter(Json.decode(json, DeadLetter.class), heard);
      default -> throw new IllegalArgumentException("no panel shows " + heard.topic());
    };
  }

  private long signal(SignalRecord signal) {
    signals.take(signal);
    return signal.time();
  }

  private long performance(PerformanceRecord record) {
    if (follows(performanceTimes, record.portfolio(), record.time())) {
      equity.take(record);
    }
    return record.time();
  }

  private long weights(EnsembleWeights record, byte[] json) {
    boolean follows = follows(weightTimes, record.portfolio(), record.time());
    now.take(record);
    proof.take(record, json);
    if (follows) {
      weights.take(record);
    }
    return record.time();
  }

  /** Whether a time is behind the newest; where it is before it, everything begins anew. */
  private boolean follows(Map<String, Long> times, String portfolio, long time) {
    Long newest = times.get(portfolio);
    if (newest != null && time < newest) {
      weightTimes.remove(portfolio);
      performanceTimes.remove(portfolio);
      weights.forget(portfolio);
      equity.forget(portfolio);
    }
    times.put(portfolio, time);
    return newest == null || time != newest;
  }

  private long positions(TargetPositions record) {
    positions.take(record);
    return record.time();
  }

  private long account(PaperAccount record) {
    account.take(record);
    return record.time();
  }

  private long alert(Alert alert) {
    alerts.take(alert);
    return alert.time();
  }

  private long letter(DeadLetter letter, Heard heard) {
    letters.take(letter);
    return letter.time() == null ? heard.stamp() : letter.time();
  }

  @Override
  public synchronized void read(double share) {
    status.read(share);
  }

  @Override
  public synchronized void inputs(Map<String, InputEnd> inputs) {
    status.inputs(inputs, clock.millis());
  }

  @Override
  public synchronized void missing(List<String> topics) {
    status.missing(topics);
  }

  @Override
  public synchronized void lost(String why) {
    status.lost(why);
    status.tick(clock.millis());
  }

  @Override
  public synchronized void back() {
    status.back();
    status.tick(clock.millis());
  }

  /** Once a second: ages, rates, and the word for all of it. */
  public synchronized void tick() {
    status.tick(clock.millis());
  }

  /** Brings what was earned up to what was heard; takes the longest of all, and has no hurry. */
  public void refreshEquity() {
    equity.refresh();
  }

  @Override
  public Optional<byte[]> check(String portfolio) {
    return proof.check(portfolio);
  }

  @Override
  public Optional<byte[]> record(String portfolio) {
    return proof.record(portfolio);
  }

  @Override
  public Optional<byte[]> signal(String row, String symbol) {
    return signals.signal(row, symbol);
  }
}
