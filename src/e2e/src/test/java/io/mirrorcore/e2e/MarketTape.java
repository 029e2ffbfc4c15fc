package io.mirrorcore.e2e;

import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.feed.EventSender;
import io.mirrorcore.local.simulator.MarketSimulator;
import io.mirrorcore.local.simulator.SimulatedBar;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated market with bars, ticks and options of every symbol, and a bad record now and then:
 * the same records in the same order for every test, to be sent in pieces.
 *
 * <p>Only some companies have options. The prints of one of them are sent under the names of all,
 * so that no partition of a topic is without records: without idleness, which goes by the wall
 * clock, such a one would hold event time back for ever.
 */
final class MarketTape {

  private static final int BAD_EVERY = 7;

  private final List<Piece> pieces = new ArrayList<>();

  private record Event(RecordKind kind, String symbol, String json) {}

  private record Piece(long time, List<Event> events) {}

  /**
   * @param bars how many intervals
   */
  MarketTape(int bars) {
    MarketSimulator market =
        new MarketSimulator(SimulatorSettings.of(20_240_102).withEventsPerBar(6, 4));
    for (int i = 0; i < bars; i++) {
      pieces.add(piece(i, market.next()));
    }
  }

  private static Piece piece(int number, SimulatedBar bar) {
    List<Event> events = new ArrayList<>();
    bar.ticks()
        .forEach(t -> events.add(new Event(RecordKind.TICK, t.symbol(), text(WireJson.tick(t)))));
    bar.options()
        .forEach(
            o -> events.add(new Event(RecordKind.OPTION, o.symbol(), text(WireJson.option(o)))));
    bar.bars().forEach(b -> events.add(option(b.symbol(), bar)));
    bar.bars()
        .forEach(b -> events.add(new Event(RecordKind.BAR, b.symbol(), text(WireJson.bar(b)))));
    if (number % BAD_EVERY == 0) {
      String symbol = bar.bars().get(number % bar.bars().size()).symbol();
      events.add(new Event(RecordKind.TICK, symbol, "no JSON, no. " + number));
      events.add(events.get(events.size() - 2)); // a duplicate bar
    }
    return new Piece(bar.time(), events);
  }

  /** The last print of the bar under another name; prints are strictly inside a bar. */
  private static Event option(String symbol, SimulatedBar bar) {
    String print = text(WireJson.option(bar.options().get(bar.options().size() - 1)));
    String renamed = print.replaceFirst("\"symbol\":\"[A-Z]+\"", "\"symbol\":\"" + symbol + "\"");
    return new Event(RecordKind.OPTION, symbol, renamed);
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  int bars() {
    return pieces.size();
  }

  /** Close of a bar by its number, epoch milliseconds. */
  long time(int bar) {
    return pieces.get(bar).time();
  }

  /** Sends the bars from one number up to, but without, another, with all that happened in them. */
  void send(EventSender sender, int from, int to) {
    for (Piece piece : pieces.subList(from, to)) {
      piece
          .events()
          .forEach(
              e -> sender.send(e.kind(), e.symbol(), e.json().getBytes(StandardCharsets.UTF_8)));
    }
    sender.flush();
  }
}
