package io.mirrorcore.local.broker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.BrokerException;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.kafka.Topics;
import io.mirrorcore.jobs.topic.Role;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionLimitTest {

  private static void preFlight(Settings settings) {
    TopicLayout.require(settings, Role.PIPELINE, Optional.empty(), System.err::println);
  }

  @Test
  void aLongerTransactionThanTheBrokerAllowsIsRefusedBeforeTheJobStarts() {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Settings defaults =
          Settings.defaults().with("kafka.bootstrap.servers", broker.bootstrapServers());
      Topics.create(TopicLayout.client(defaults), TopicLayout.of(defaults, 1));

      assertThatThrownBy(() -> preFlight(defaults.with("job.transaction-timeout", "1h")))
          .isInstanceOf(BrokerException.class)
          .hasMessage(
              "job.transaction-timeout is 1h, but Kafka at %s allows 15m (transaction.max.timeout.ms);"
                  + " set it to at most that, or raise the broker's",
              broker.bootstrapServers());
      assertThatCode(() -> preFlight(defaults)).doesNotThrowAnyException();
      assertThatCode(
              () ->
                  preFlight(
                      defaults.with(
                          Map.of(
                              "job.transaction-timeout", "1h", "job.delivery", "at-least-once"))))
          .doesNotThrowAnyException();
    }
  }
}
