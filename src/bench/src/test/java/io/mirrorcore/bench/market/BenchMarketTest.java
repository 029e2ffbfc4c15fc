package io.mirrorcore.bench.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BenchMarketTest {

  private static final SourceRef SOURCE = new SourceRef("ticks", 0, 0);
  private final RecordParser parser = new RecordParser(ParserSettings.DEFAULT);

  @Test
  void everyTickIsGoodAndNotBeforeTheOneThatPrecedesIt() {
    BenchMarket market = BenchMarket.ofTicks(30, 100, 60_000);
    long newest = Long.MIN_VALUE;
    for (int i = 0; i < 20_000; i++) {
      String symbol = market.symbol();
      MarketEvent tick = parse(RecordKind.TICK, market.nextTick());
      assertThat(tick).isInstanceOf(AdmittedEvent.class);
      assertThat(tick.symbol()).isEqualTo(symbol);
      assertThat(tick.time()).isGreaterThanOrEqualTo(newest);
      newest = tick.time();
    }
  }

  @Test
  void anIntervalHasAsManyTicksOfASymbolAsWereWanted() {
    BenchMarket market = BenchMarket.ofTicks(10, 50, 1_000);
    long first = 0;
    for (int i = 0; i < 10 * 50 * 20; i++) {
      long time = parse(RecordKind.TICK, market.nextTick()).time();
      first = i == 0 ? time : first;
      assertThat((time - first) / 1_000).isEqualTo(i / 500);
    }
  }

  @Test
  void everySymbolHasTradesAndQuotes() {
    BenchMarket market = BenchMarket.ofTicks(8, 50, 1_000);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 8 * 12; i++) {
      AdmittedEvent tick = (AdmittedEvent) parse(RecordKind.TICK, market.nextTick());
      seen.add(tick.symbol() + tick.tick().type());
    }
    assertThat(seen).hasSize(16);
  }

  @Test
  void allBarsOfATimeComeBeforeTheNext() {
    BenchMarket market = BenchMarket.ofBars(7, 60_000);
    Bar first = market.nextBar();
    for (int i = 1; i < 7 * 50; i++) {
      Bar bar = market.nextBar();
      assertThat(bar.time()).isEqualTo(first.time() + i / 7 * 60_000L);
      assertThat(parse(RecordKind.BAR, WireJson.bar(bar))).isInstanceOf(AdmittedEvent.class);
    }
  }

  @Test
  void itIsTheSameOnEveryMachine() {
    BenchMarket one = BenchMarket.ofTicks(5, 50, 1_000);
    BenchMarket other = BenchMarket.ofTicks(5, 50, 1_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(one.nextTick()).isEqualTo(other.nextTick());
    }
  }

  private MarketEvent parse(RecordKind kind, byte[] value) {
    return parser.parse(kind, SOURCE, value, RecordParser.NO_TIMESTAMP);
  }
}
