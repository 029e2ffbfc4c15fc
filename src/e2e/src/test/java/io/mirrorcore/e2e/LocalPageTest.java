package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.local.job.LocalJob;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Flink listens inside a local job too, where any page in a browser could reach it. */
@ExtendWith(SharedBroker.class)
@ResourceLock(LogSearch.RESOURCE)
class LocalPageTest {

  private static final String LISTENING = "Rest endpoint listening at ";

  @TempDir private Path directory;

  @Test
  void servesNoOtherOriginAndTakesNoJar() throws Exception {
    Stage stage = new Stage(directory, "page");
    try (LogSearch log = LogSearch.begin(List.of(LISTENING));
        LocalJob job =
            LocalJob.start(
                JobEnvironment.live(stage.plan().run()),
                stage.plan(),
                new KafkaInputs(stage.kafka(), stage.plan()),
                new KafkaOutputs(stage.kafka()))) {
      await().forever().until(() -> job.isOver() || !log.found().isEmpty());
      String address = log.found().get(LISTENING).strip().replaceFirst("(?s)^.* at (\\S+).*", "$1");
      WebPage page = new WebPage(URI.create("http://" + address));

      assertThat(address).startsWith("127.0.0.1:");
      assertThat(page.originsServed()).doesNotContain("*", WebPage.STRANGER);
      assertThat(page.jars()).as("there is no such thing here").isEqualTo(404);
      assertThat(page.upload()).isBetween(400, 499);
    }
  }
}
