package io.mirrorcore.local.job;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.local.simulator.MarketSimulator;
import io.mirrorcore.local.simulator.SimulatedBar;
import io.mirrorcore.local.simulator.market.SimulatorSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A stretch of the simulated market as three topics of parsed records, good and bad. */
final class RecordedMarket {

  static final long MINUTE = 60_000;

  private final Map<RecordKind, List<MarketEvent>> topics = new EnumMap<>(RecordKind.class);
  private final RecordParser parser =
      new RecordParser(ParserSettings.DEFAULT.with(InputTimes.DEFAULT.in(EpochUnit.MS)));

  RecordedMarket(long seed, int bars) {
    for (RecordKind kind : RecordKind.values()) {
      topics.put(kind, new ArrayList<>());
    }
    MarketSimulator market = new MarketSimulator(SimulatorSettings.of(seed).withIntervalMs(MINUTE));
    for (int i = 0; i < bars; i++) {
      SimulatedBar interval = market.next();
      interval.ticks().forEach(tick -> add(RecordKind.TICK, WireJson.tick(tick)));
      interval.options().forEach(print -> add(RecordKind.OPTION, WireJson.option(print)));
      interval.bars().forEach(bar -> add(RecordKind.BAR, WireJson.bar(bar)));
    }
  }

  /** Appends a record to a topic, as its bytes. */
  void add(RecordKind kind, byte[] json) {
    List<MarketEvent> topic = topics.get(kind);
    SourceRef source = new SourceRef(kind.name(), 0, topic.size());
    topic.add(parser.parse(kind, source, json, RecordParser.NO_TIMESTAMP));
  }

  /** Puts a record into the middle of a topic. */
  void insert(RecordKind kind, int index, String json) {
    MarketEvent event =
        parser.parse(
            kind,
            new SourceRef(kind.name(), 0, 1_000_000 + index),
            json.getBytes(StandardCharsets.UTF_8),
            RecordParser.NO_TIMESTAMP);
    topics.get(kind).add(index, event);
  }

  List<MarketEvent> topic(RecordKind kind) {
    return topics.get(kind);
  }

  /** One topic after the other. */
  List<MarketEvent> oneAfterAnother(RecordKind... kinds) {
    List<MarketEvent> order = new ArrayList<>();
    for (RecordKind kind : kinds) {
      order.addAll(topics.get(kind));
    }
    return order;
  }

  /** As on a live day: by event time, each topic in its own order. */
  List<MarketEvent> merged() {
    List<MarketEvent> order = new ArrayList<>();
    Map<RecordKind, Integer> next = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      next.put(kind, 0);
    }
    while (true) {
      RecordKind first =
          next.keySet().stream()
              .filter(kind -> next.get(kind) < topics.get(kind).size())
              .min(Comparator.comparingLong(kind -> topics.get(kind).get(next.get(kind)).time()))
              .orElse(null);
      if (first == null) {
        return order;
      }
      order.add(topics.get(first).get(next.merge(first, 1, Integer::sum) - 1));
    }
  }
}
