package io.mirrorcore.jobs.wire.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.io.IOException;
import java.time.ZoneId;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  private static final ZoneId ZONE = ParserSettings.DEFAULT.expiryZone();

  @Test
  void carriesTheBytesAsBase64AndLeavesAnUnknownTimeOut() {
    DeadLetter letter = DeadLetter.of(Records.rejected(RecordKind.TICK, "junk"));

    assertThat(Records.text(Json.encode(letter)))
        .startsWith(
            "{\"topic\":\"topic\",\"partition\":3,\"offset\":42,\"kind\":\"TICK\","
                + "\"reason\":\"MALFORMED\",\"detail\":\"a record must be a JSON object;"
                + " this one begins with \\\"junk\\\"")
        .endsWith(",\"raw\":\"anVuaw==\"}");
    assertThat(Json.decode(Json.encode(letter), DeadLetter.class))
        .usingRecursiveComparison()
        .isEqualTo(letter);
  }

  @Test
  void aDetailThatQuotesBrokenTextCanStillBeWritten() {
    String json = Records.TRADE.replace("TRADE", "\\ud800x");

    DeadLetter letter = DeadLetter.of(Records.rejected(RecordKind.TICK, json));

    assertThat(letter.detail()).isEqualTo("type must be TRADE or QUOTE; have \"\\ud800x\"");
    assertThat(Records.text(Json.encode(letter))).contains("\\\\ud800x");
  }

  @Test
  void aRecordRefusedLaterLosesNothing() {
    RejectedEvent late =
        Records.admitted(RecordKind.OPTION, Records.OPTION)
            .rejectedAs(RejectReason.LATE, "came late", ZONE);

    DeadLetter letter = DeadLetter.of(late);

    assertThat(letter.time()).isEqualTo(Records.TIME);
    assertThat(Records.admitted(RecordKind.OPTION, Records.text(letter.raw())).option())
        .isEqualTo(Records.OPTION_RECORD);
  }

  @Test
  void isATypeThatFlinkKnowsWithoutKryo() throws IOException {
    SerializerConfigImpl config =
        new SerializerConfigImpl(new Configuration().set(PipelineOptions.GENERIC_TYPES, false));
    TypeInformation<DeadLetter> type = TypeInformation.of(DeadLetter.class);
    TypeSerializer<DeadLetter> serializer = type.createSerializer(config);
    DeadLetter letter = DeadLetter.of(Records.rejected(RecordKind.TICK, "junk"));
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(letter, out);

    assertThat(type).isInstanceOf(PojoTypeInfo.class);
    assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
        .usingRecursiveComparison()
        .isEqualTo(letter);
  }
}
