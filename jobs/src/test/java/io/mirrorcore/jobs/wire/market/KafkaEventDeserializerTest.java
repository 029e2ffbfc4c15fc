package io.mirrorcore.jobs.wire.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class KafkaEventDeserializerTest {

  @Test
  void givesOneEventPerRecordAfterBeingSentToAWorker() throws Exception {
    KafkaEventDeserializer deserializer =
        InstantiationUtil.clone(new KafkaEventDeserializer(RecordKind.BAR, ParserSettings.DEFAULT));
    List<MarketEvent> events = new ArrayList<>();
    ListCollector<MarketEvent> out = new ListCollector<>(events);

    deserializer.deserialize(record(Records.bytes(Records.BAR), Records.TIME), out);
    deserializer.deserialize(record(Records.bytes(Records.BAR), 5), out);
    deserializer.deserialize(record(Records.bytes(Records.BAR), -1), out);
    deserializer.deserialize(record(null, 5), out);

    assertThat(events)
        .extracting(event -> event instanceof RejectedEvent rejected ? rejected.reason() : null)
        .containsExactly(null, RejectReason.FAR_FUTURE, null, RejectReason.MALFORMED);
    assertThat(events.get(0).source()).isEqualTo(new SourceRef("prices", 1, 9));
    assertThat(deserializer.getProducedType()).isEqualTo(MarketEventTypeInfoFactory.TYPE);
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] value, long timestamp) {
    return new ConsumerRecord<>(
        "prices",
        1,
        9,
        timestamp,
        TimestampType.CREATE_TIME,
        0,
        0,
        null,
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
