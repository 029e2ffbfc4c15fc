package io.mirrorcore.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaKeysTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("USER", "u", "PW", "p$1\\");

  @TempDir Path directory;

  @Test
  void resolvesReferencesAnywhereInAValueAndLeavesOthersAlone() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "s3cret\n");

    assertThat(resolve("user=\"${env:USER}\" password=\"${env:PW}\";"))
        .isEqualTo("user=\"u\" password=\"p$1\\\";");
    assertThat(resolve("${file:" + file + "}")).isEqualTo("s3cret");
    assertThat(resolve("${vault:a}")).isEqualTo("${vault:a}");
  }

  @Test
  void saysWhichReferenceLeadsNowhere() {
    assertThatThrownBy(() -> resolve("${env:ABSENT}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "kafka.k refers to the environment variable ABSENT, which is not set;"
                + " set it, or use ${file:/path}");
    assertThatThrownBy(() -> resolve("${file:/no/such}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "kafka.k refers to the file /no/such, which cannot be read (NoSuchFileException);"
                + " create it, or use ${env:NAME}");
  }

  @Test
  void aFileIsReadWithoutItsReferencesBeingResolved() {
    Settings settings = Fakes.parse("kafka.ssl.key.password: ${env:SURELY_NOT_SET_ANYWHERE}");

    assertThatThrownBy(settings::kafkaProperties).hasMessageContaining("SURELY_NOT_SET_ANYWHERE");
    assertThat(Fakes.parse("kafka: {linger.ms: 5}").kafkaProperties())
        .containsOnly(
            Map.entry("bootstrap.servers", "localhost:9092"), Map.entry("linger.ms", "5"));
  }

  private static String resolve(String value) {
    return KafkaKeys.resolve(Map.of("k", value), ENVIRONMENT::get).getProperty("k");
  }
}
