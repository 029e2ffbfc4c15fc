package io.mirrorcore.jobs.wire.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarketEventSerializerTest {

  private static final MarketEventSerializer SERIALIZER = MarketEventSerializer.INSTANCE;

  static Stream<MarketEvent> events() {
    List<MarketEvent> events = new ArrayList<>();
    events.add(AdmittedEvent.bar(Records.SOURCE, Records.BAR_RECORD, Records.bytes(Records.BAR)));
    events.add(AdmittedEvent.tick(Records.SOURCE, Records.QUOTE_RECORD));
    events.add(AdmittedEvent.trade(Records.SOURCE, Records.TRADE_RECORD, -1));
    events.add(
        AdmittedEvent.adjustment(
            Records.SOURCE,
            5,
            new Adjustment("AAPL", LocalDate.of(2020, 8, 31), 4, 0.205),
            new byte[] {1, 2}));
    for (Aggressor aggressor : Aggressor.values()) {
      events.add(AdmittedEvent.tick(Records.SOURCE, Tick.trade("A", 1, 2, 3, aggressor)));
    }
    events.add(AdmittedEvent.option(Records.SOURCE, Records.OPTION_RECORD));
    events.add(Records.parse(RecordKind.OPTION, "{\"symbol\":\"\u4e2d\"}"));
    AdmittedEvent bar = Records.admitted(RecordKind.BAR, Records.BAR);
    events.add(bar.rejectedAs(RejectReason.DUPLICATE, "x\u20acy".repeat(200), zone()));
    return events.stream();
  }

  private static ZoneId zone() {
    return ParserSettings.DEFAULT.expiryZone();
  }

  @ParameterizedTest
  @MethodSource("events")
  void comesBackAsItWas(MarketEvent event) throws IOException {
    assertThat(read(write(event)))
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .withStrictTypeChecking()
        .isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void copiesBytesAsTheyAre(MarketEvent event) throws IOException {
    byte[] bytes = write(event);
    DataOutputSerializer out = new DataOutputSerializer(16);
    SERIALIZER.copy(new DataInputDeserializer(bytes), out);

    assertThat(out.getCopyOfBuffer()).isEqualTo(bytes);
  }

  @Test
  void aTradeTakesAFewDozenBytes() throws IOException {
    assertThat(write(AdmittedEvent.tick(Records.SOURCE, Records.TRADE_RECORD))).hasSize(48);
  }

  @Test
  void symbolsOfEveryAlphabetComeBack() throws IOException {
    for (String symbol : List.of("A", "\u00e9", "\u4e2d\u56fd", "\ud83d\ude00", "x".repeat(64))) {
      Tick tick = Tick.trade(symbol, 1, 2, 3, Aggressor.BUY);
      assertThat(read(write(AdmittedEvent.tick(Records.SOURCE, tick))).symbol()).isEqualTo(symbol);
    }
  }

  @Test
  void aLateEventStaysLate() throws IOException {
    Tick tick = Tick.trade("A", 1, 2, 3, Aggressor.BUY);
    AdmittedEvent event = AdmittedEvent.tick(Records.SOURCE, tick);
    AdmittedEvent late = (AdmittedEvent) read(write(event.asLate()));

    assertThat(((AdmittedEvent) read(write(event))).isLate()).isFalse();
    assertThat(late.isLate()).isTrue();
    assertThat(late.tick()).usingRecursiveComparison().isEqualTo(tick);
  }

  @Test
  void flinkFindsItAndNeedsNoKryo() {
    TypeInformation<MarketEvent> type = TypeInformation.of(MarketEvent.class);

    assertThat(type).isSameAs(MarketEventTypeInfoFactory.TYPE);
    assertThat(type.createSerializer(new SerializerConfigImpl())).isSameAs(SERIALIZER);
    assertThat(TypeInformation.of(AdmittedEvent.class).createSerializer(new SerializerConfigImpl()))
        .isSameAs(SERIALIZER);
  }

  @Test
  void aSnapshotRestoresTheSerializerItWasTakenOf() throws IOException {
    TypeSerializerSnapshot<MarketEvent> old = SERIALIZER.snapshotConfiguration();
    DataOutputSerializer out = new DataOutputSerializer(16);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, old);

    TypeSerializerSnapshot<MarketEvent> read =
        TypeSerializerSnapshot.readVersionedSnapshot(
            new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
    TypeSerializer<MarketEvent> restored = read.restoreSerializer();

    assertThat(restored).isEqualTo(SERIALIZER);
    assertThat(SERIALIZER.snapshotConfiguration().resolveSchemaCompatibility(read))
        .matches(compatibility -> compatibility.isCompatibleAsIs());
  }

  @Test
  void migratesWhatIsOlderAndRefusesWhatIsNewer() {
    MarketEventSerializerSnapshot now = new MarketEventSerializerSnapshot();

    assertThat(now.resolveSchemaCompatibility(new MarketEventSerializerSnapshot(0)))
        .matches(compatibility -> compatibility.isCompatibleAfterMigration());
    assertThat(now.resolveSchemaCompatibility(new MarketEventSerializerSnapshot(2)))
        .matches(compatibility -> compatibility.isIncompatible());
    assertThatThrownBy(() -> new MarketEventSerializer(2))
        .hasMessage("layout must be in [1, 1]; have 2, written by a newer release");
  }

  @Test
  void theNumbersThatCheckpointsHoldKeepTheirMeaning() {
    assertThat(Arrays.toString(RecordKind.values())).isEqualTo("[BAR, TICK, OPTION, ADJUSTMENT]");
    assertThat(Arrays.toString(RejectReason.values()))
        .startsWith(
            "[MALFORMED, MISSING_FIELD, NOT_FINITE, OUT_OF_RANGE, HIGH_BELOW_LOW, CROSSED_BOOK,"
                + " UNORDERED_BOOK, UNKNOWN_TYPE, OVERSIZE, FAR_FUTURE, LATE, DUPLICATE");
  }

  private static byte[] write(MarketEvent event) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    SERIALIZER.serialize(event, out);
    return out.getCopyOfBuffer();
  }

  private static MarketEvent read(byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    MarketEvent event = SERIALIZER.deserialize(in);
    assertThat(in.available()).isZero();
    return event;
  }
}
