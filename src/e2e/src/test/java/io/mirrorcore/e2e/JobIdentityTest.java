package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.local.job.LocalJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two jobs on one Kafka: one identity is one job's, and two identities do not meet. */
@ExtendWith(SharedBroker.class)
class JobIdentityTest {

  private static final String MARKET = "us-daily-prices-sample.csv.gz";
  private static final List<Topic> COMPARED =
      List.of(Topic.SIGNALS, Topic.STRATEGY_RETURNS, Topic.WEIGHTS, Topic.POSITIONS, Topic.ALERTS);

  @TempDir private Path directory;

  @Test
  void aSecondJobUnderOneIdentityDoesNotStartAndTheFirstRunsOn() throws Exception {
    Stage stage = new Stage(directory, "alone", "bars.interval: 1d");
    String group = stage.kafka().identity().claimGroup();
    try (LocalJob first = stage.start()) {
      await().forever().until(() -> first.isOver() || members(group) == 1);

      Cli second = stage.run("run", "--replay");
      assertThat(second.exit()).isEqualTo(1);
      assertThat(second.err())
          .containsPattern("job \\p{XDigit}{32} on \\S+ holds alone-claim; waiting 15 s")
          .containsPattern(
              "the identity alone \\(job.transaction-prefix, else job.name\\) is in use by job"
                  + " \\p{XDigit}{32} on \\S+, consumer group alone-claim; to take over stop that")
          .doesNotContain("\tat ");
      assertThat(first.isOver()).isFalse();

      Cli rival = stage.run("run", "--replay", "--set=job.transaction-prefix=other");
      assertThat(rival.exit()).as("another identity, and the same portfolio").isEqualTo(1);
      assertThat(rival.err())
          .containsPattern(
              "job \\p{XDigit}{32} on \\S+ writes to the topic alone-weights for a portfolio of this"
                  + " job \\(alone-weights for main\\); stop that job, or give")
          .doesNotContain("\tat ");
    }
    Cli next = stage.succeed("run", "--replay");
    assertThat(next.err()).as("the first gave it back").doesNotContain("waiting");
  }

  @Test
  void twoJobsWithTwoNamesSideBySideWriteWhatEachWritesAlone() throws Exception {
    Stage live = fed("live");
    Stage paper = fed("paper", "ensemble.window: 90");
    try (LocalJob one = live.start();
        LocalJob other = paper.start()) {
      one.await();
      other.await();
    }
    Stage liveAlone = fed("live-alone");
    Stage paperAlone = fed("paper-alone", "ensemble.window: 90");
    liveAlone.succeed("run");
    paperAlone.succeed("run");

    for (Topic topic : COMPARED) {
      assertThat(live.read(topic)).as(topic.word()).isNotEmpty().isEqualTo(liveAlone.read(topic));
      assertThat(paper.read(topic)).as(topic.word()).isEqualTo(paperAlone.read(topic));
    }
    assertThat(live.read(Topic.WEIGHTS)).isNotEqualTo(paper.read(Topic.WEIGHTS));
  }

  private Stage fed(String name, String... more) throws Exception {
    List<String> yaml = new ArrayList<>(List.of(more));
    yaml.addAll(List.of("bars.interval: 1d", "job.inputs: [prices]", "job.mode: replay"));
    yaml.add("job.parallelism: 1");
    Stage stage = new Stage(directory, name, yaml.toArray(String[]::new));
    stage.succeed("feed", "--prices=" + Samples.reference(MARKET));
    return stage;
  }

  private static int members(String group) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", SharedBroker.servers()))) {
      return admin
          .describeConsumerGroups(List.of(group))
          .describedGroups()
          .get(group)
          .get()
          .members()
          .size();
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(GroupIdNotFoundException.class);
      return 0;
    }
  }
}
