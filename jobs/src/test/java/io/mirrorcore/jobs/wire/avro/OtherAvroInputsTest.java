package io.mirrorcore.jobs.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.paper.PaperReading;
import io.mirrorcore.jobs.paper.PaperRecords;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.returns.KafkaReturnsDeserializer;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Strategy returns, positions and the kill switch in Avro. */
class OtherAvroInputsTest {

  private static final byte[] KEY = Records.bytes("main");

  private static <T> T read(KafkaRecordDeserializationSchema<T> schema, byte[] value)
      throws Exception {
    List<T> read = new ArrayList<>();
    InstantiationUtil.clone(schema)
        .deserialize(new ConsumerRecord<>("topic", 0, 7, KEY, value), new ListCollector<>(read));
    assertThat(read).hasSize(1);
    return read.get(0);
  }

  private static ReturnsEvent returns(ValueFormat format, byte[] value) throws Exception {
    return read(new KafkaReturnsDeserializer(1_000, InputTimes.DEFAULT, format), value);
  }

  private static PaperReading paper(Topic topic, ValueFormat format, byte[] value)
      throws Exception {
    return read(new PaperRecords(topic, List.of("main"), format), value);
  }

  private static byte[] avro(Topic topic, String json) {
    byte[] avro = new ValueWriter(ValueFormat.avro(topic.word())).ofJson(Records.bytes(json));
    assertThat(avro).isNotEqualTo(Records.bytes(json));
    return avro;
  }

  @Test
  void returnsAreThoseOfJson() throws Exception {
    ValueFormat format = ValueFormat.avro("strategy-returns");
    String json =
        "{\"portfolio\":\"main\",\"time\":1723161256298,"
            + "\"returns\":{\"A\":0.1,\"B\":-4.9E-324},\"deployed\":{\"A\":false}}";
    ReturnsEvent expected = returns(ValueFormat.JSON, Records.bytes(json));
    assertThat(expected.isRejected()).isFalse();
    byte[] avro = avro(Topic.STRATEGY_RETURNS, json);
    assertThat(returns(format, avro).returns()).isEqualTo(expected.returns());
    assertThat(returns(format, avro).raw()).isEqualTo(avro);
  }

  @Test
  void returnsThatAreRefusedKeepTheirBytes() throws Exception {
    ValueFormat format = ValueFormat.avro("strategy-returns");
    byte[] nan =
        avro(
            Topic.STRATEGY_RETURNS,
            "{\"portfolio\":\"main\",\"time\":1723161256298,\"returns\":{\"A\":\"NaN\"}}");
    assertThat(returns(format, nan).reason()).isEqualTo(RejectReason.NOT_FINITE);
    assertThat(returns(format, nan).raw()).isEqualTo(nan);
    byte[] garbage = Records.bytes("{}");
    assertThat(returns(format, garbage).reason()).isEqualTo(RejectReason.MALFORMED);
    assertThat(returns(format, garbage).raw()).isEqualTo(garbage);
    assertThat(returns(format, null).reason()).isEqualTo(RejectReason.MALFORMED);
    assertThat(returns(format, new byte[1_001]).reason()).isEqualTo(RejectReason.OVERSIZE);
  }

  @Test
  void positionsAndTheSwitchAreThoseOfJson() throws Exception {
    byte[] json =
        Json.encode(
            Json.decode(
                Records.bytes(
                    "{\"portfolio\":\"main\",\"time\":5,\"positions\":{\"A\":0.5},\"gross\":0.5,"
                        + "\"net\":0.5,\"prices\":{\"A\":0.1}}"),
                TargetPositions.class));
    ValueFormat format = ValueFormat.avro("positions");
    byte[] avro = avro(Topic.POSITIONS, Records.text(json));
    PaperReading expected = paper(Topic.POSITIONS, ValueFormat.JSON, json);
    assertThat(expected.event()).isNotNull();
    assertThat(paper(Topic.POSITIONS, format, avro)).isEqualTo(expected);
    byte[] halt = avro(Topic.PAPER_CONTROL, "{\"portfolio\":\"main\",\"action\":\"HALT\"}");
    assertThat(
            paper(Topic.PAPER_CONTROL, ValueFormat.avro("paper-control"), halt)
                .event()
                .control()
                .asks())
        .isTrue();
  }

  @Test
  void positionsThatAreRefusedKeepTheirBytes() throws Exception {
    ValueFormat format = ValueFormat.avro("positions");
    byte[] cheap =
        avro(
            Topic.POSITIONS,
            "{\"portfolio\":\"main\",\"time\":5,\"positions\":{\"A\":1},\"gross\":1,\"net\":1,"
                + "\"prices\":{}}");
    assertThat(paper(Topic.POSITIONS, format, cheap).letter().reason())
        .isEqualTo(RejectReason.OUT_OF_RANGE);
    assertThat(paper(Topic.POSITIONS, format, cheap).letter().raw()).isEqualTo(cheap);
    byte[] garbage = {9, 9};
    assertThat(paper(Topic.POSITIONS, format, garbage).letter().detail())
        .startsWith("no Avro of its schema");
    assertThat(paper(Topic.POSITIONS, format, null).letter()).isNull();
  }

  @Test
  void clientsThatAreNoJobHearJson() throws IOException {
    byte[] avro = avro(Topic.PAPER_CONTROL, "{\"portfolio\":\"main\",\"action\":\"HALT\"}");
    try (JsonValues values = new JsonValues(Map.of("switch", ValueFormat.avro("paper-control")))) {
      assertThat(Records.text(values.deserialize("switch", avro)))
          .isEqualTo("{\"portfolio\":\"main\",\"action\":\"HALT\"}");
      assertThat(values.deserialize("switch", new byte[] {9})).containsExactly(9);
      assertThat(values.deserialize("switch", null)).isNull();
      assertThat(values.deserialize("another", avro)).isEqualTo(avro);
    }
  }
}
