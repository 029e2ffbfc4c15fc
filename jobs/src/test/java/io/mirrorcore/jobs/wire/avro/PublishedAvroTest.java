package io.mirrorcore.jobs.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.json.TopicSchemasTest;
import io.mirrorcore.jobs.wire.market.Records;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published, to Avro and back: every bit of every record. */
class PublishedAvroTest {

  private static List<String> lines(Class<?> owner, String file) throws IOException {
    try (InputStream in = owner.getResourceAsStream(file)) {
      return Records.text(in.readAllBytes()).lines().toList();
    }
  }

  private static List<String> lines(String file) throws IOException {
    boolean ours = PublishedAvroTest.class.getResource(file) != null;
    return lines(ours ? PublishedAvroTest.class : TopicSchemasTest.class, file);
  }

  @ParameterizedTest
  @CsvSource({
    "WEIGHTS, weights.jsonl",
    "POSITIONS, positions.jsonl",
    "ORDERS, orders.jsonl",
    "FILLS, fills.jsonl",
    "ACCOUNT, account.jsonl",
    "PAPER_CONTROL, paper-control.jsonl",
    "STRATEGY_RETURNS, strategy-returns.jsonl",
    "ALERTS, alerts.jsonl",
    "SIGNALS, signals.jsonl",
    "LEAD_LAG, lead-lag.jsonl",
    "PERFORMANCE, performance.jsonl",
    "DEAD_LETTER, dead-letter.jsonl"
  })
  void comesBackWithTheSameBytes(Topic topic, String file) throws Exception {
    ValueFormat format = ValueFormat.avro(topic.word());
    ValueWriter writer = new ValueWriter(format);
    AvroReader reader = new AvroReader(format);
    assertThat(lines(file)).isNotEmpty();
    for (String line : lines(file)) {
      Object record = Json.decode(Records.bytes(line), topic.record());
      byte[] json = Json.encode(record);
      byte[] avro = writer.of(record);
      byte[] back = reader.json(avro, null);
      assertThat(new ObjectMapper().readTree(back)).isEqualTo(new ObjectMapper().readTree(json));
      assertThat(Json.encode(Json.decode(back, topic.record()))).isEqualTo(json);
      byte[] theirs = reader.json(rewritten(topic, avro), null);
      assertThat(Json.encode(Json.decode(theirs, topic.record()))).isEqualTo(json);
      assertThat(writer.ofJson(json)).as("the same from JSON").isEqualTo(avro);
    }
  }

  /** Read and written by Apache's own classes, which keep no order of maps. */
  private static byte[] rewritten(Topic topic, byte[] avro) throws IOException {
    Schema schema = AvroSchemas.of(topic.word());
    BinaryDecoder in = DecoderFactory.get().binaryDecoder(avro, null);
    GenericRecord record = new GenericDatumReader<GenericRecord>(schema).read(null, in);
    assertThat(in.isEnd()).isTrue();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, out);
    out.flush();
    return bytes.toByteArray();
  }

  /** Of no type of ours: those refuse it themselves. */
  private record Fill(
      String portfolio,
      long time,
      long order,
      String symbol,
      double quantity,
      double price,
      double cost,
      double slippage) {}

  @Test
  void neverCarriesWhatIsNoNumber() {
    ValueWriter writer = new ValueWriter(ValueFormat.avro("fills"));
    Fill fill = new Fill("main", 1, 1, "IBM", 1, Double.NaN, 0, 0);
    assertThatThrownBy(() -> writer.of(fill))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("price must be finite");
  }

  @Test
  void isSmallerThanJson() throws IOException {
    String line = lines("strategy-returns.jsonl").get(0);
    byte[] json = Records.bytes(line);
    assertThat(new ValueWriter(ValueFormat.avro("strategy-returns")).ofJson(json).length)
        .isLessThan(json.length);
  }
}
