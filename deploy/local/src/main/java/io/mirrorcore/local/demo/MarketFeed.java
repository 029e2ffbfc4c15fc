package io.mirrorcore.local.demo;

import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.feed.Pace;
import io.mirrorcore.local.simulator.MarketSimulator;
import io.mirrorcore.local.simulator.SimulatedBar;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends the simulated market to the input topics, a bar interval at a time. The first {@value
 * #HISTORY} bars go out at once, as the history on which the strategies warm up; the rest keeps the
 * pace.
 */
final class MarketFeed implements Runnable {

  static final int HISTORY = 150;

  private final MarketSimulator market;
  private final EventSender sender;
  private final Pace pace;
  private final AtomicLong bars = new AtomicLong();

  MarketFeed(MarketSimulator market, EventSender sender, Pace pace) {
    this.market = market;
    this.sender = sender;
    this.pace = pace;
  }

  /** Runs until its thread is interrupted. */
  @Override
  public void run() {
    for (int i = 0; i < HISTORY; i++) {
      send(market.next());
    }
    while (!Thread.currentThread().isInterrupted()) {
      SimulatedBar next = market.next();
      pace.await(next.time());
      if (!Thread.currentThread().isInterrupted()) {
        send(next);
      }
    }
  }

  private void send(SimulatedBar interval) {
    for (Tick tick : interval.ticks()) {
      sender.send(RecordKind.TICK, tick.symbol(), WireJson.tick(tick));
    }
    for (OptionPrint print : interval.options()) {
      sender.send(RecordKind.OPTION, print.symbol(), WireJson.option(print));
    }
    for (Bar bar : interval.bars()) {
      sender.send(RecordKind.BAR, bar.symbol(), WireJson.bar(bar));
    }
    bars.addAndGet(interval.bars().size());
  }

  /** Bars sent so far. */
  long bars() {
    return bars.get();
  }
}
