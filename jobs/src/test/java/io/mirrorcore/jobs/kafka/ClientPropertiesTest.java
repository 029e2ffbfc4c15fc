package io.mirrorcore.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {

  private static ClientProperties of(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    return ClientProperties.of(properties);
  }

  @Test
  void areKnownByTheirClientsAndHaveValuesThatTheseTake() {
    ClientProperties said =
        of(
            Map.of(
                "bootstrap.servers", "localhost:9092",
                "security.protocol", "SASL_SSL",
                "linger.ms", "20",
                "max.poll.records", "500"));
    assertThat(said.refused()).isEmpty();
    assertThat(said.unknown()).isEmpty();
  }

  @Test
  void withAValueThatNoClientTakesAreRefusedOnce() {
    assertThat(of(Map.of("security.protocol", "FOO")).refused())
        .singleElement()
        .asString()
        .startsWith("kafka.security.protocol is refused by Kafka's clients: ")
        .contains("FOO");
    assertThat(of(Map.of("linger.ms", "soon")).refused())
        .singleElement()
        .asString()
        .contains("kafka.linger.ms")
        .contains("soon");
  }

  @Test
  void thatNoClientKnowsAreNamed() {
    assertThat(of(Map.of("nosuchkey", "1", "acks", "all")).unknown()).containsExactly("nosuchkey");
  }

  @Test
  void thatAreSecretsAreNotLookedAt() {
    assertThat(of(Map.of("linger.ms", "${env:LINGER}")).refused()).isEmpty();
  }
}
