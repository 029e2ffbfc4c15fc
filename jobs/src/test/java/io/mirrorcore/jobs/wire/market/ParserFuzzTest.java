package io.mirrorcore.jobs.wire.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.fuzz.Budget;
import io.mirrorcore.jobs.fuzz.JsonMutator;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that nobody would send, and some that somebody will, as Kafka hands them over. */
class ParserFuzzTest {

  private static final int INPUTS = Budget.percent(18);

  @ParameterizedTest
  @EnumSource(RecordKind.class)
  void nothingEscapesAndEveryInputEndsAsAnEventOrAReject(RecordKind kind) throws IOException {
    SplittableRandom random = new SplittableRandom(20_151_224 + kind.name().hashCode());
    List<JsonMutator> seeds = seeds(kind);
    KafkaEventDeserializer deserializer = new KafkaEventDeserializer(kind, ParserSettings.DEFAULT);
    Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
    int good = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = seeds.get(random.nextInt(seeds.size())).mutate(random);
      MarketEvent event = deserialize(deserializer, input);
      EventChecks.check(event, () -> Records.text(input));
      if (event instanceof RejectedEvent rejected) {
        reasons.add(rejected.reason());
        assertThat(rejected.raw().length).isEqualTo(Math.min(input.length, 65_536));
      } else {
        good++;
      }
    }
    assertThat(good).as("mutations that are still valid").isBetween(INPUTS / 100, INPUTS / 2);
    assertThat(reasons).containsAll(expected(kind));
  }

  private static MarketEvent deserialize(KafkaEventDeserializer deserializer, byte[] input) {
    List<MarketEvent> events = new ArrayList<>(1);
    deserializer.deserialize(
        new ConsumerRecord<>(
            "topic",
            0,
            7,
            Records.TIME,
            TimestampType.CREATE_TIME,
            0,
            0,
            null,
            input,
            new RecordHeaders(),
            Optional.empty()),
        new ListCollector<>(events));
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private static List<JsonMutator> seeds(RecordKind kind) {
    List<String> corpus =
        switch (kind) {
          case BAR -> List.of(Records.BAR);
          case TICK -> List.of(Records.TRADE, Records.QUOTE);
          case OPTION -> List.of(Records.OPTION, Records.FULL_OPTION);
          case ADJUSTMENT -> List.of(Records.SPLIT, Records.DIVIDEND);
        };
    return corpus.stream().map(JsonMutator::new).toList();
  }

  /** A mutator that never gets past the grammar would prove nothing. */
  private static Set<RejectReason> expected(RecordKind kind) {
    Set<RejectReason> common =
        EnumSet.of(
            RejectReason.MALFORMED,
            RejectReason.MISSING_FIELD,
            RejectReason.NOT_FINITE,
            RejectReason.OUT_OF_RANGE,
            RejectReason.OVERSIZE,
            RejectReason.FAR_FUTURE);
    common.addAll(
        switch (kind) {
          case BAR -> EnumSet.of(RejectReason.HIGH_BELOW_LOW);
          case TICK ->
              EnumSet.of(
                  RejectReason.UNKNOWN_TYPE,
                  RejectReason.CROSSED_BOOK,
                  RejectReason.UNORDERED_BOOK);
          case OPTION -> EnumSet.of(RejectReason.UNKNOWN_TYPE, RejectReason.CROSSED_BOOK);
          case ADJUSTMENT -> EnumSet.noneOf(RejectReason.class);
        });
    return common;
  }
}
