package io.mirrorcore.local.simulator;

import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;

/** A hash of every number of every event, by its bits. */
final class Fingerprint {

  private long hash = 17;

  long hash() {
    return hash;
  }

  void add(SimulatedBar bar) {
    add(bar.time());
    add(bar.regime().name());
    bar.bars().forEach(this::add);
    bar.ticks().forEach(this::add);
    bar.options().forEach(this::add);
    bar.rolls().forEach(roll -> add(roll.toString()));
  }

  private void add(Bar bar) {
    add(bar.symbol());
    add(bar.time());
    add(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
  }

  private void add(Tick tick) {
    add(tick.symbol());
    add(tick.time());
    add(tick.type().name());
    add(tick.aggressor().name());
    add(tick.price(), tick.size());
    add(tick.bids());
    add(tick.asks());
  }

  private void add(OptionPrint print) {
    add(print.symbol());
    add(print.time());
    add(print.contract().type().name());
    add(print.contract().expiry());
    add(print.contract().strike(), print.spot(), print.bid(), print.ask(), print.price());
    add(print.volume(), print.openInterest(), print.iv(), print.gamma());
  }

  private void add(String text) {
    add(text.hashCode());
  }

  private void add(double... numbers) {
    for (double number : numbers) {
      add(Double.doubleToLongBits(number));
    }
  }

  private void add(long number) {
    hash = 31 * (hash ^ (hash >>> 29)) + number;
  }
}
