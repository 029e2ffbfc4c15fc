package io.mirrorcore.console;

import io.mirrorcore.console.panel.PanelSettings;
import io.mirrorcore.console.web.Access;
import io.mirrorcore.console.web.Limits;
import io.mirrorcore.jobs.plan.EnsemblePlan;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.SignalRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole console over a market that a test plays: the real server on a free port of this
 * machine, real panels, records with real proofs, and no Kafka.
 */
public final class CannedConsole implements AutoCloseable {

  public static final List<String> SYMBOLS = List.of("AAPL", "IBM", "MSFT", "NVDA");

  private final CannedFeed feed = new CannedFeed();
  private final CannedMarket market;
  private final Console console;

  private CannedConsole(CannedMarket market, Access access, Limits limits) {
    this.market = market;
    console =
        Console.start(
            new Setup(access, panels(), limits, Optional.empty(), InstantSource.system()), feed);
  }

  /** Open to this machine on a free port, with the product's limits, and nothing heard yet. */
  public static CannedConsole start() {
    return start(0);
  }

  /** On a port, as one that is started again is. */
  public static CannedConsole start(int port) {
    return start(new Access("127.0.0.1", port, Optional.empty(), List.of()), Limits.USUAL);
  }

  /** With other rules. */
  public static CannedConsole start(Access access, Limits limits) {
    long minute = System.currentTimeMillis() / CannedMarket.MINUTE * CannedMarket.MINUTE;
    return new CannedConsole(
        new CannedMarket(minute - 200 * CannedMarket.MINUTE, 7), access, limits);
  }

  private static PanelSettings panels() {
    return new PanelSettings(
        "canned",
        "0.0.0-test",
        CannedMarket.MINUTE,
        Duration.ofHours(24),
        List.of(CannedMarket.PORTFOLIO),
        EnsemblePlan.of(CannedMarket.SETTINGS)::performance,
        "--config canned.yaml");
  }

  /** Where the page is. */
  public URI address() {
    return console.address();
  }

  /** Where it is, with the token. */
  public String link() {
    return console.link();
  }

  /** Streams that are open. */
  public int streams() {
    return console.streams();
  }

  public CannedFeed feed() {
    return feed;
  }

  /** Plays so many bars: returns, weights and positions, as a job publishes them. */
  public CannedConsole play(int bars) {
    feed.prices(SYMBOLS.size() * bars);
    for (int i = 0; i < bars; i++) {
      CannedMarket.Minute minute = market.next();
      if (minute.performance() != null) {
        feed.push(Topic.PERFORMANCE, minute.performance());
      }
      EnsembleWeights weights = minute.step().weights();
      if (weights != null) {
        feed.push(Topic.WEIGHTS, weights);
        feed.push(Topic.POSITIONS, positions(weights.time()));
        feed.push(Topic.ACCOUNT, account(weights.time()));
      }
    }
    return this;
  }

  /** Inputs and outputs grow, and no bar closes. */
  public void grow() {
    feed.prices(1);
    signal(CannedMarket.STRATEGIES.get(0), "SYM0", 1);
  }

  private static TargetPositions positions(long time) {
    double turn = (time / CannedMarket.MINUTE % 7) / 100.0;
    return new TargetPositions(
        CannedMarket.PORTFOLIO,
        time,
        Map.of("AAPL", 0.2 + turn, "IBM", -0.1, "MSFT", 0.15, "NVDA", 0.05 - turn),
        0.5,
        0.3,
        "alive");
  }

  private static PaperAccount account(long time) {
    return new PaperAccount(
        CannedMarket.PORTFOLIO,
        time,
        60_000,
        Map.of("AAPL", 120.0, "IBM", -4.0),
        100_123.25,
        123.25,
        140,
        new PaperAccount.Gap(-7.5, -8.5, -0.75, 0),
        8.5,
        0,
        true);
  }

  /** All of the history has been read. */
  public CannedConsole loaded() {
    feed.read(1);
    return this;
  }

  /** A signal of the strategy for the symbol, at the newest close. */
  public CannedConsole signal(String strategy, String symbol, double position) {
    Action action = position > 0 ? Action.BUY : position < 0 ? Action.SELL : Action.HOLD;
    feed.push(
        Topic.SIGNALS,
        new SignalRecord(
            symbol,
            market.time(),
            strategy,
            action,
            position,
            Math.min(1, Math.abs(position) + 0.2),
            "label",
            Map.of("fast", 1.5, "slow", 1.25),
            null));
    return this;
  }

  /** A signal of every strategy for every one of so many symbols. */
  public CannedConsole signals(int symbols) {
    for (int s = 0; s < symbols; s++) {
      for (int k = 0; k < CannedMarket.STRATEGIES.size(); k++) {
        signal(CannedMarket.STRATEGIES.get(k), "SYM" + s, ((s + k) % 5 - 2) / 2.0);
      }
    }
    return this;
  }

  /** An alert that begins or ends. */
  public CannedConsole alert(String key, Alert.State state) {
    feed.push(
        Topic.ALERTS,
        new Alert(
            CannedMarket.PORTFOLIO,
            Alert.Level.WARNING,
            key,
            state,
            "The condition " + key + " is " + state + ".",
            -0.5,
            0,
            market.time()));
    return this;
  }

  /** A record that was refused. */
  public CannedConsole letter(RejectReason reason, long offset) {
    feed.push(
        Topic.DEAD_LETTER,
        new DeadLetter(
            "prices",
            0,
            offset,
            null,
            reason,
            "close must be above 0; have -1",
            "{}".getBytes(StandardCharsets.UTF_8),
            market.time()));
    return this;
  }

  @Override
  public void close() {
    console.close();
  }
}
