package io.mirrorcore.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class AdminSessionTest {

  @Test
  void tellsRefusedCredentialsFromMissingPermission() {
    try (AdminSession session = AdminSession.open(Map.of("bootstrap.servers", "127.0.0.1:9"))) {
      assertThat(session.explained(new SaslAuthenticationException("Bad password."), "read"))
          .hasMessage(
              "The Kafka broker at 127.0.0.1:9 refused the credentials: Bad password;"
                  + " correct user and password in kafka.sasl.jaas.config");
      assertThat(session.explained(new TopicAuthorizationException("no"), "create topic prices"))
          .hasMessage(
              "The Kafka broker at 127.0.0.1:9 does not allow this user to create topic prices:"
                  + " have its administrator grant it (an ACL), or use another user");
    }
  }
}
