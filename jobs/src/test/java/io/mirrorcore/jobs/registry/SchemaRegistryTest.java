package io.mirrorcore.jobs.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.avro.AvroReader;
import io.mirrorcore.jobs.wire.avro.AvroSchemas;
import io.mirrorcore.jobs.wire.avro.Framing;
import io.mirrorcore.jobs.wire.avro.ValueWriter;
import io.mirrorcore.jobs.wire.format.RegistryException;
import io.mirrorcore.jobs.wire.format.SchemaBook;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.Rejection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that name their schema, and a registry that knows it, does not, or is not there. */
class SchemaRegistryTest {

  private static final byte[] BAR = Records.bytes(Records.BAR);

  private static Settings settings(String url) {
    return Settings.parse("{format.prices: avro, format.registry: '%s'}".formatted(url), "test");
  }

  private static RecordParser parser(String url) {
    return new RecordParser(settings(url).parser());
  }

  private static MarketEvent parse(RecordParser parser, byte[] value) {
    return parser.parse(RecordKind.BAR, Records.SOURCE, value, RecordParser.NO_TIMESTAMP);
  }

  @Test
  void whatIsWrittenIsRegisteredOnceAndRead() throws IOException {
    try (FakeRegistry registry = new FakeRegistry()) {
      ValueWriter writer = new ValueWriter(settings(registry.url() + "/").format(Topic.PRICES));
      byte[] avro = writer.ofJson(BAR);
      assertThat(writer.ofJson(BAR)).isEqualTo(avro);
      assertThat(Arrays.copyOf(avro, 5)).containsExactly(0, 0, 0, 0, 1);
      RecordParser parser = parser(registry.url());
      for (int i = 0; i < 3; i++) {
        assertThat(parse(parser, avro).symbol())
            .isEqualTo(Records.parse(RecordKind.BAR, Records.BAR).symbol());
      }
      assertThat(registry.questions())
          .containsExactly(
              "POST /subjects/prices-value",
              "POST /subjects/prices-value/versions",
              "GET /schemas/ids/1");
    }
  }

  @Test
  void whoMayOnlyReadNeedsNoMoreWhereTheSchemaIsThere() throws IOException {
    try (FakeRegistry registry = new FakeRegistry()) {
      registry.put("prices-value", AvroSchemas.of("prices").toString());
      new ValueWriter(settings(registry.url()).format(Topic.PRICES)).prepare();
      assertThat(registry.questions()).containsExactly("POST /subjects/prices-value");
    }
  }

  @Test
  void anIdThatTheRegistryDoesNotKnowIsADeadLetterAndAskedForOnce() throws IOException {
    try (FakeRegistry registry = new FakeRegistry()) {
      RecordParser parser = parser(registry.url());
      for (int i = 0; i < 3; i++) {
        RejectedEvent refused = (RejectedEvent) parse(parser, new byte[] {0, 0, 0, 0, 77, 2});
        assertThat(refused.detail()).isEqualTo("the schema registry has no schema with id 77");
      }
      assertThat(registry.questions()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void aRegistryThatGivesNoAnswerIsNoDeadLetter(int status) throws IOException {
    try (FakeRegistry registry = new FakeRegistry()) {
      registry.answersWith(status);
      assertThatThrownBy(() -> parse(parser(registry.url()), new byte[] {0, 0, 0, 0, 1, 2}))
          .isInstanceOf(RegistryException.class)
          .hasMessageContaining("the schema registry at " + registry.url())
          .hasMessageContaining(Integer.toString(status));
    }
  }

  @Test
  void aRegistryThatIsDownIsNamedWithARemedy() throws IOException {
    String url;
    try (FakeRegistry registry = new FakeRegistry()) {
      url = registry.url();
    }
    assertThatThrownBy(() -> parse(parser(url), new byte[] {0, 0, 0, 0, 1, 2}))
        .isInstanceOf(RegistryException.class)
        .hasMessageStartingWith("the schema registry at " + url + " does not answer (")
        .hasMessageEndingWith("is it running, and is its address right?");
    assertThatThrownBy(() -> new ValueWriter(settings(url).format(Topic.PRICES)).ofJson(BAR))
        .isInstanceOf(RegistryException.class);
    SchemaBook book = settings(url).format(Topic.PRICES).registry().open();
    assertThatThrownBy(book::require).isInstanceOf(RegistryException.class);
  }

  @Test
  void rowsOfFilesAskNoRegistryAndNeedNoSecret() {
    Settings settings =
        Settings.parse(
            "{format.prices: avro, format.registry: 'http://localhost:1',"
                + " format.registry-authorization: '${env:NOBODY_HAS_THIS}'}",
            "test");
    assertThat(new RecordParser(settings.parser())).isNotNull();
  }

  @Test
  void aSchemaMayBeNamedByTheGuidInAHeader() throws IOException, Rejection {
    try (FakeRegistry registry = new FakeRegistry()) {
      ValueFormat format = settings(registry.url()).format(Topic.PRICES);
      byte[] avro = new ValueWriter(format).ofJson(BAR);
      byte[] header = ByteBuffer.allocate(17).put((byte) 1).putLong(0).putLong(1).array();
      byte[] body = Arrays.copyOfRange(avro, 5, avro.length);
      AvroReader reader = new AvroReader(format);
      assertThat(reader.json(body, header)).isEqualTo(reader.json(avro, null));
      assertThatThrownBy(() -> reader.json(body, new byte[] {1, 2}))
          .isInstanceOf(Rejection.class)
          .hasMessageContaining(Framing.HEADER);
    }
  }

  @Test
  void theSecretIsSentAndInNoMessage(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("auth"), "Basic c2VjcmV0\n");
    try (FakeRegistry registry = new FakeRegistry()) {
      Settings settings =
          Settings.parse(
              "{format.prices: avro, format.registry: '%s', format.registry-authorization: '${file:%s}'}"
                  .formatted(registry.url(), secret),
              "test");
      settings.format(Topic.PRICES).registry().open().require();
      assertThat(registry.authorizations()).containsExactly("Basic c2VjcmV0");
      registry.answersWith(401);
      assertThatThrownBy(() -> settings.format(Topic.PRICES).registry().open().require())
          .hasMessageContaining("format.registry-authorization")
          .hasMessageNotContaining("c2VjcmV0");
    }
  }
}
