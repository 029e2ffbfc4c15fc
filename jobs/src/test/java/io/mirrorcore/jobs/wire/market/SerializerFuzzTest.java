package io.mirrorcore.jobs.wire.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.fuzz.Budget;
import io.mirrorcore.jobs.fuzz.ByteMutator;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.text.CompactText;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Events that came damaged over the network or out of a checkpoint. */
class SerializerFuzzTest {

  private static final MarketEventSerializer SERIALIZER = MarketEventSerializer.INSTANCE;
  private static final String LONG = "\u4e2d\u20ac-".repeat(5_000);

  private static final List<MarketEvent> EVENTS =
      List.of(
          AdmittedEvent.bar(Records.SOURCE, Records.BAR_RECORD, Records.bytes(Records.BAR)),
          AdmittedEvent.tick(Records.SOURCE, Records.TRADE_RECORD).asLate(),
          AdmittedEvent.tick(Records.SOURCE, Records.QUOTE_RECORD),
          AdmittedEvent.tick(Records.SOURCE, Tick.trade("\u4e2d", 1, 2, 3, Aggressor.BUY)),
          AdmittedEvent.option(Records.SOURCE, Records.OPTION_RECORD),
          Records.parse(RecordKind.OPTION, "{\"symbol\":\"\u4e2d\"}"),
          RejectedEvent.of(RecordKind.BAR, Records.SOURCE, new byte[300], RejectReason.LATE, LONG));

  @Test
  void damagedBytesGiveAnEventOrAnIoException() {
    SplittableRandom random = new SplittableRandom(128);
    int read = 0;
    for (int i = 0; i < Budget.percent(10); i++) {
      byte[] damaged = ByteMutator.mutate(write(EVENTS.get(random.nextInt(EVENTS.size()))), random);
      read += isRead(damaged) ? 1 : 0;
    }
    assertThat(read).as("damage to a number is an event").isBetween(1, Budget.percent(9));
  }

  private static boolean isRead(byte[] bytes) {
    try {
      MarketEvent event = SERIALIZER.deserialize(new DataInputDeserializer(bytes));
      assertThat(write(event)).isNotEmpty();
      return true;
    } catch (IOException e) {
      return false; // any other exception fails the test
    }
  }

  @Test
  void textsOfAllLengthsAndAlphabetsComeBack() throws IOException {
    for (int length : new int[] {0, 1, 127, 128, 254, 255, 256, 1023, 1024, 16_383, 16_384}) {
      for (String letter : List.of("a", "\u00e9", "\u4e2d", "\uffff", "\ud83d\ude00")) {
        String text = letter.repeat(length);
        DataOutputSerializer out = new DataOutputSerializer(16);
        CompactText.write(text, out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        assertThat(CompactText.read(in)).isEqualTo(text);
        assertThat(in.available()).isZero();
      }
    }
  }

  private static byte[] write(MarketEvent event) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(64);
      SERIALIZER.serialize(event, out);
      return out.getCopyOfBuffer();
    } catch (IOException e) {
      throw new AssertionError("memory can be written to", e);
    }
  }
}
