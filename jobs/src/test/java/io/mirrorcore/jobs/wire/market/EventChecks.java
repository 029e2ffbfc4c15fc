package io.mirrorcore.jobs.wire.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.option.OptionPrint;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.market.tick.TickType;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Checks that hold for every event of the parser, good or rejected. */
public final class EventChecks {

  /** Classes of tests run side by side, and a parser works on buffers of its own. */
  private static final ThreadLocal<RecordParser> PARSER =
      ThreadLocal.withInitial(() -> new RecordParser(ParserSettings.DEFAULT));

  private EventChecks() {}

  /** Fails with {@code input} when something does not hold. */
  public static void check(MarketEvent event, Supplier<String> input) throws IOException {
    if (event instanceof RejectedEvent rejected) {
      checkReject(rejected, input);
    } else {
      AdmittedEvent admitted = (AdmittedEvent) event;
      require(isPlausible(admitted), "an accepted record keeps the rules", input);
      checkWrittenAgain(admitted, input);
    }
    byte[] bytes = bytes(event);
    MarketEvent read = MarketEventSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
    require(Arrays.equals(bytes, bytes(read)), "the serializer keeps it", input);
  }

  private static void checkReject(RejectedEvent event, Supplier<String> input) {
    require(event.detail() != null && !event.detail().isBlank(), "a reject has a detail", input);
    require(!event.detail().startsWith("unreadable"), "no library threw", input);
    require(event.detail().length() < 1_000, "a detail is short", input);
    require(event.detail().chars().noneMatch(Character::isISOControl), "one line", input);
    DeadLetter letter = DeadLetter.of(event);
    DeadLetter read = Json.decode(Json.encode(letter), DeadLetter.class);
    require(
        read.reason() == event.reason()
            && read.detail().equals(event.detail())
            && Arrays.equals(read.raw(), event.raw()),
        "a dead letter reads back",
        input);
  }

  private static void checkWrittenAgain(AdmittedEvent event, Supplier<String> input)
      throws IOException {
    byte[] json =
        switch (event.kind()) {
          case BAR -> WireJson.bar(event.bar());
          case TICK -> WireJson.tick(event.tick());
          case OPTION -> WireJson.option(event.option());
          case ADJUSTMENT -> WireJson.adjustment(event.adjustment(), event.time());
        };
    MarketEvent again =
        PARSER.get().parse(event.kind(), event.source(), json, RecordParser.NO_TIMESTAMP);
    require(
        again instanceof AdmittedEvent read && sameRecord(event, read),
        "it reads back as it was",
        input);
  }

  private static boolean sameRecord(AdmittedEvent a, AdmittedEvent b) throws IOException {
    return switch (a.kind()) {
      case BAR -> a.bar().equals(b.bar());
      case OPTION -> a.option().equals(b.option());
      case ADJUSTMENT -> a.adjustment().equals(b.adjustment()) && a.time() == b.time();
      case TICK -> Arrays.equals(bytes(a), bytes(b)); // arrays inside: no equals of records
    };
  }

  private static boolean isPlausible(AdmittedEvent event) {
    boolean head = !event.symbol().isBlank() && event.symbol().length() <= 64 && event.time() > 0;
    return head
        && switch (event.kind()) {
          case BAR -> isPlausible(event.bar());
          case TICK -> isPlausible(event.tick());
          case OPTION -> isPlausible(event.option());
          case ADJUSTMENT -> isPlausible(event.adjustment());
        };
  }

  private static boolean isPlausible(Adjustment adjustment) {
    return (adjustment.isSplit() || adjustment.isDividend())
        && isPositive(adjustment.ratio())
        && isNotNegative(adjustment.dividend())
        && adjustment.date().getYear() >= 1970
        && adjustment.date().getYear() < 2200;
  }

  private static boolean isPlausible(Bar bar) {
    return isPositive(bar.open())
        && isPositive(bar.high())
        && isPositive(bar.low())
        && isPositive(bar.close())
        && bar.high() >= bar.low()
        && isNotNegative(bar.volume());
  }

  private static boolean isPlausible(Tick tick) {
    if (tick.type() == TickType.TRADE) {
      return isPositive(tick.price()) && isPositive(tick.size());
    }
    return tick.bids().length + tick.asks().length > 0
        && isSide(tick.bids(), -1)
        && isSide(tick.asks(), 1)
        && !(tick.isTwoSided() && tick.bids()[0] > tick.asks()[0]);
  }

  private static boolean isSide(double[] levels, int direction) {
    boolean good = levels.length % 2 == 0 && levels.length <= 2 * Tick.MAX_LEVELS;
    for (int i = 0; i < levels.length; i++) {
      good &= isPositive(levels[i]);
      good &= i % 2 == 1 || i == 0 || direction * (levels[i] - levels[i - 2]) > 0;
    }
    return good;
  }

  private static boolean isPlausible(OptionPrint print) {
    return isPositive(print.contract().strike())
        && print.contract().expiry() > 0
        && isAbsentOr(isPositive(print.spot()), print.spot())
        && isAbsentOr(isNotNegative(print.bid()), print.bid())
        && isAbsentOr(isNotNegative(print.ask()), print.ask())
        && isAbsentOr(isNotNegative(print.price()), print.price())
        && isNotNegative(print.volume())
        && isAbsentOr(isNotNegative(print.openInterest()), print.openInterest())
        && isAbsentOr(isPositive(print.iv()) && print.iv() <= 10, print.iv())
        && isAbsentOr(isNotNegative(print.gamma()), print.gamma())
        && !(print.bid() > print.ask());
  }

  private static boolean isAbsentOr(boolean good, double value) {
    return good || Double.isNaN(value);
  }

  private static boolean isPositive(double value) {
    return value > 0 && value <= 1e18;
  }

  private static boolean isNotNegative(double value) {
    return value >= 0 && value <= 1e18;
  }

  private static byte[] bytes(MarketEvent event) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(256);
    MarketEventSerializer.INSTANCE.serialize(event, out);
    return out.getCopyOfBuffer();
  }

  private static void require(boolean rule, String name, Supplier<String> input) {
    assertThat(rule).as(() -> name + ": " + input.get()).isTrue();
  }
}
