package io.mirrorcore.jobs.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.format.SchemaBook;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.market.SymbolRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Market data in Avro: the same events as from JSON, and dead letters where it is none. */
class MarketAvroTest {

  private static final Path SAMPLES = Path.of("../src/reference");
  private static final RecordParser OF_JSON = new RecordParser(ParserSettings.DEFAULT);

  private static ValueFormat format(RecordKind kind) {
    return ValueFormat.avro(Topic.of(kind).word());
  }

  private static RecordParser parser(RecordKind kind, ValueFormat format) {
    ParserSettings plain = ParserSettings.DEFAULT;
    return new RecordParser(
        new ParserSettings(
            plain.maxBytes(),
            plain.maxAheadMs(),
            plain.expiry(),
            plain.times(),
            plain.alignment(),
            Map.of(),
            Map.of(kind, format),
            SymbolRules.none()));
  }

  private static MarketEvent parse(RecordParser parser, RecordKind kind, byte[] value) {
    return parser.parse(kind, Records.SOURCE, value, RecordParser.NO_TIMESTAMP);
  }

  /** What an event says, without the bytes that it came as. */
  private static String said(MarketEvent event) {
    if (event instanceof RejectedEvent rejected) {
      return rejected.reason() + " " + rejected.detail();
    }
    AdmittedEvent good = (AdmittedEvent) event;
    byte[] json =
        switch (good.kind()) {
          case BAR -> WireJson.bar(good.bar());
          case TICK -> WireJson.tick(good.tick());
          case OPTION -> WireJson.option(good.option());
          case ADJUSTMENT -> WireJson.adjustment(good.adjustment(), good.time());
        };
    return (good.kind() == RecordKind.TICK ? good.id() : 0) + " " + Records.text(json);
  }

  @ParameterizedTest
  @CsvSource({
    "BAR, us-daily-prices-sample.csv.gz, 5000",
    "BAR, goog-minute-prices-sample.csv.gz, 200",
    "TICK, crypto-ticks-sample.csv.gz, 5000",
    "OPTION, goog-options-sample.csv.gz, 300"
  })
  void everyRecordOfTheSamplesIsTheEventThatItsJsonIs(RecordKind kind, String file, int least)
      throws IOException {
    ValueWriter writer = new ValueWriter(format(kind));
    RecordParser ofAvro = parser(kind, format(kind));
    int records = 0;
    try (CsvFile rows = CsvFile.open(SAMPLES.resolve(file), kind)) {
      for (CsvRow row = rows.next(); row != null && records < 20_000; row = rows.next()) {
        MarketEvent read = OF_JSON.parse(kind, row.source(), row);
        byte[] json = WireJson.ofCsv(kind, row, OptionalLong.of(read.time()));
        byte[] avro = writer.ofJson(json);
        assertThat(avro).isNotEqualTo(json);
        assertThat(said(parse(ofAvro, kind, avro))).isEqualTo(said(parse(OF_JSON, kind, json)));
        records++;
      }
    }
    assertThat(records).isGreaterThanOrEqualTo(least);
  }

  @Test
  void adjustmentsAndIdentitiesOfTradesComeThrough() {
    same(
        RecordKind.ADJUSTMENT,
        "{\"symbol\":\"A\",\"time\":1723161256298,\"date\":\"2024-08-09\",\"ratio\":\"7\"}");
    same(
        RecordKind.TICK,
        "{\"symbol\":\"B\",\"time\":1723161256298,\"type\":\"TRADE\",\"price\":1.5,\"size\":2,"
            + "\"id\":12345678901234567890}");
    same(
        RecordKind.BAR,
        "{\"symbol\":\"B\",\"time\":1723161256298,\"open\":1,\"high\":\"NaN\",\"low\":1,"
            + "\"close\":1,\"volume\":0}");
    same(
        RecordKind.TICK,
        "{\"symbol\":\"B\",\"time\":1723161256298,\"type\":\"QUOTE\",\"bids\":[[2,1]],"
            + "\"asks\":[[1,1]]}");
  }

  private static void same(RecordKind kind, String json) {
    byte[] avro = new ValueWriter(format(kind)).ofJson(Records.bytes(json));
    assertThat(avro).isNotEqualTo(Records.bytes(json));
    assertThat(said(parse(parser(kind, format(kind)), kind, avro)))
        .isEqualTo(said(Records.parse(kind, json)));
  }

  @Test
  void whatIsNoAvroIsRefusedWithAReasonAndItsBytes() {
    byte[] json = Records.bytes("{\"symbol\":\"B\",\"time\":1}");
    assertThat(new ValueWriter(format(RecordKind.BAR)).ofJson(json))
        .as("what cannot be written stays what it is")
        .isEqualTo(json);
    RejectedEvent refused =
        (RejectedEvent) parse(parser(RecordKind.BAR, format(RecordKind.BAR)), RecordKind.BAR, json);
    assertThat(refused.reason()).isEqualTo(RejectReason.MALFORMED);
    assertThat(refused.detail()).startsWith("no Avro of its schema");
    assertThat(refused.raw()).isEqualTo(json);
  }

  @ParameterizedTest
  @EnumSource(RecordKind.class)
  void garbageEndsAsARefusalAndTakesNoMemory(RecordKind kind) throws JsonProcessingException {
    SplittableRandom random = new SplittableRandom(11);
    byte[] good =
        new ValueWriter(format(kind))
            .ofJson(
                new ObjectMapper()
                    .writeValueAsBytes(
                        Map.ofEntries(
                            Map.entry("symbol", "IBM"),
                            Map.entry("time", 1_723_161_256_298L),
                            Map.entry("type", kind == RecordKind.OPTION ? "CALL" : "QUOTE"),
                            Map.entry("expiry", "2024-12-20"),
                            Map.entry("date", "2024-08-09"),
                            Map.entry("strike", 100),
                            Map.entry("ratio", 2),
                            Map.entry("open", 1),
                            Map.entry("high", 1),
                            Map.entry("low", 1),
                            Map.entry("close", 1),
                            Map.entry("volume", 1),
                            Map.entry("bids", new double[][] {{1, 2}, {0.5, 2}}),
                            Map.entry("asks", new double[][] {{2, 2}}))));
    RecordParser parser = parser(kind, format(kind));
    assertThat(parse(parser, kind, good)).isInstanceOf(AdmittedEvent.class);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bad = good.clone();
      if (random.nextInt(3) == 0) {
        bad = Arrays.copyOf(bad, random.nextInt(bad.length + 9));
      }
      for (int j = random.nextInt(4); j >= 0 && bad.length > 0; j--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      MarketEvent event = parse(parser, kind, bad);
      if (event instanceof RejectedEvent rejected) {
        refused++;
        assertThat(rejected.detail()).doesNotContain("unreadable");
      }
    }
    assertThat(refused).isBetween(1_000, 4_999);
  }

  @Test
  void aSchemaOfSomebodyElseIsReadByTheNamesOfItsFields() throws IOException {
    Schema theirs =
        SchemaParser.parseSingle(
            """
            {"type":"record","name":"Bar","fields":[
             {"name":"venue","type":{"type":"map","values":"string"}},
             {"name":"close","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}},
             {"name":"open","type":"float"},{"name":"high","type":["null","int","string"]},
             {"name":"low","type":"string"},{"name":"volume","type":"long"},
             {"name":"time","type":{"type":"long","logicalType":"timestamp-micros"}},
             {"name":"symbol","type":{"type":"enum","name":"S","symbols":["GOOG","IBM"]}}]}""");
    GenericData.Record record = new GenericData.Record(theirs);
    record.put("venue", Map.of("mic", "XNYS"));
    record.put("close", ByteBuffer.wrap(new BigDecimal("94000.10").unscaledValue().toByteArray()));
    record.put("open", 94_000f);
    record.put("high", 95_000);
    record.put("low", "93999.99");
    record.put("volume", 7L);
    record.put("time", 1_723_161_256_298_000L);
    record.put("symbol", new GenericData.EnumSymbol(theirs.getField("symbol").schema(), "IBM"));
    RecordParser parser = parser(RecordKind.BAR, named(theirs));
    assertThat(said(parse(parser, RecordKind.BAR, framed(9, theirs, record))))
        .isEqualTo(
            said(
                Records.parse(
                    RecordKind.BAR,
                    "{\"symbol\":\"IBM\",\"time\":1723161256298,\"open\":94000,\"high\":95000,"
                        + "\"low\":\"93999.99\",\"close\":\"94000.10\",\"volume\":7}")));
  }

  @Test
  void levelsMayBeRecords() throws IOException {
    Schema theirs =
        SchemaParser.parseSingle(
            """
            {"type":"record","name":"Quote","fields":[{"name":"symbol","type":"string"},
             {"name":"time","type":"long"},{"name":"type","type":"string"},
             {"name":"asks","type":{"type":"array","items":{"type":"record","name":"Level","fields":[
              {"name":"size","type":"long"},{"name":"orders","type":"int"},
              {"name":"price","type":"double"}]}}}]}""");
    Schema level = theirs.getField("asks").schema().getElementType();
    GenericData.Record best = new GenericData.Record(level);
    best.put("size", 3L);
    best.put("orders", 1);
    best.put("price", 1.25);
    GenericData.Record record = new GenericData.Record(theirs);
    record.put("symbol", "B");
    record.put("time", 1_723_161_256_298L);
    record.put("type", "QUOTE");
    record.put("asks", List.of(best));
    RecordParser parser = parser(RecordKind.TICK, named(theirs));
    AdmittedEvent event = (AdmittedEvent) parse(parser, RecordKind.TICK, framed(9, theirs, record));
    assertThat(event.tick().asks()).containsExactly(1.25, 3);
  }

  @Test
  void aSchemaThatNamesItselfForEverIsRefused() throws IOException {
    Schema theirs =
        SchemaParser.parseSingle(
            """
            {"type":"record","name":"N","fields":[
             {"name":"symbol","type":"string"},{"name":"next","type":["null","N"]}]}""");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Framing.prefix(9));
    for (int i = 0; i < 20_000; i++) {
      bytes.writeBytes(new byte[] {2, 'A', 2});
    }
    bytes.writeBytes(new byte[] {2, 'A', 0});
    RejectedEvent refused =
        (RejectedEvent)
            parse(parser(RecordKind.BAR, named(theirs)), RecordKind.BAR, bytes.toByteArray());
    assertThat(refused.detail()).contains("levels within each other");
  }

  @Test
  void bytesWithoutAnIdAreRefused() {
    RecordParser parser = parser(RecordKind.BAR, named(AvroSchemas.of("prices")));
    for (byte[] value : new byte[][] {{}, {0, 0, 0}, {1, 0, 0, 0, 9}, Records.bytes("{}{}{}")}) {
      RejectedEvent refused = (RejectedEvent) parse(parser, RecordKind.BAR, value);
      assertThat(refused.detail()).startsWith("Avro of a registry must begin with a byte 0");
    }
  }

  /** A registry in which every id is of one schema. */
  private static ValueFormat named(Schema schema) {
    String text = schema.toString();
    return ValueFormat.avro(
        "prices", "prices", () -> new OneSchema(SchemaParser.parseSingle(text)));
  }

  private record OneSchema(Schema schema) implements SchemaBook {

    @Override
    public Schema byId(int id) {
      return schema;
    }

    @Override
    public Schema byGuid(String guid) {
      return schema;
    }

    @Override
    public int idOf(String subject, Schema ours) {
      return 9;
    }

    @Override
    public void require() {
      // is there
    }
  }

  private static byte[] framed(int id, Schema schema, GenericData.Record record)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Framing.prefix(id));
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericData.Record>(schema).write(record, out);
    out.flush();
    return bytes.toByteArray();
  }
}
