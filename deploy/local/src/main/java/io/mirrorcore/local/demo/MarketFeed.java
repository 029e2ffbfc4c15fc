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

/** Sends the simulated market to the input topics, a bar interval at a time, at a pace. */
final class MarketFeed implements Runnable {

  private final MarketSimulator market;
  private final EventSender sender;
  private final Pace pace;
  private final Prices prices;
  private final AtomicLong bars = new AtomicLong();

  MarketFeed(MarketSimulator market, EventSender sender, Pace pace, Prices prices) {
    this.prices = prices;
    this.market = market;
    this.sender = sender;
    this.pace = pace;
  }

  /** Runs until its thread is interrupted. */
  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      SimulatedBar next = market.next();
      pace.await(next.time());
      if (!Thread.currentThread().isInterrupted()) {
        send(next);
      }
    }
  }

  private void send(SimulatedBar interval) {
    prices.add(interval.bars());
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
