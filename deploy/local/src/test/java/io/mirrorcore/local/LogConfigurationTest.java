package io.mirrorcore.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;

class LogConfigurationTest {

  private static final class Lines extends AbstractAppender {
    final List<String> said = new ArrayList<>();

    Lines() {
      super("lines", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      said.add(event.getMessage().getFormattedMessage());
    }
  }

  @Test
  void aTopicThatIsGoneDoesNotFillTheTerminal() throws Exception {
    URI file = Mirrorcore.class.getResource("/log4j2.properties").toURI();
    try (LoggerContext context = new LoggerContext("flood", null, file)) {
      context.start();
      Lines lines = new Lines();
      lines.start();
      LoggerConfig root = context.getConfiguration().getRootLogger();
      List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
      root.addAppender(lines, null, null);
      Logger client =
          context.getLogger("org.apache.kafka.clients.consumer.internals.FetchCollector");
      for (int fetch = 0; fetch < 20_000; fetch++) {
        client.warn("Received unknown topic or partition error in fetch for partition prices-0");
      }
      client.error("something worse");
      assertThat(lines.said).hasSizeBetween(10, 60).endsWith("something worse");
    }
  }
}
