package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.cluster.FlinkCluster;
import io.mirrorcore.cluster.JobStatus;
import io.mirrorcore.e2e.OpenTransactions.Ends;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.local.feed.EventSender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ThrowingRunnable;

/**
 * One job on the cluster with topics of its own: fed in pieces, struck between them while the last
 * one is still being worked on, and compared with the undisturbed run in the end. Two consumers
 * read along: one keeps up, the other takes a few records now and then and is far behind.
 */
final class FaultRun implements AutoCloseable {

  private static final int PARTITIONS = 4;

  /** Uncommitted records that a fault has to meet: about half a bar of outputs. */
  private static final long AT_RISK = 100;

  /** A checkpoint, and so a commit, is taken every second. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final String name;
  private final MarketTape tape;
  private final FlinkCluster cluster;
  private final Stage stage;
  private final EventSender sender;
  private final OpenTransactions open;
  private final Committed prompt;
  private final Committed slow;
  private final List<String> strikes = new ArrayList<>();
  private int fed;

  FaultRun(
      Path directory,
      String servers,
      String name,
      List<String> yaml,
      MarketTape tape,
      FlinkCluster cluster)
      throws Exception {
    this.name = name;
    this.tape = tape;
    this.cluster = cluster;
    stage =
        new Stage(
            directory, PARTITIONS, name, List.of("kafka.bootstrap.servers: " + servers), yaml);
    sender = new EventSender(stage.kafka());
    open = new OpenTransactions(stage.settings());
    prompt = new Committed(stage.kafka(), name + "-");
    slow =
        new Committed(
            KafkaPlan.of(stage.settings().with("kafka.max.poll.records", 20)), name + "-");
  }

  /** What comes out of the whole tape in one process without any fault. */
  static Map<String, List<String>> undisturbed(
      Path directory, String servers, List<String> yaml, MarketTape tape) throws Exception {
    Stage stage =
        new Stage(
            directory,
            PARTITIONS,
            "undisturbed",
            List.of("kafka.bootstrap.servers: " + servers),
            yaml);
    KafkaPlan kafka = stage.kafka();
    try (EventSender sender = new EventSender(kafka)) {
      tape.send(sender, 0, tape.bars());
    }
    stage.succeed("run", "--replay");
    try (Committed all = new Committed(kafka, "undisturbed-")) {
      return all.drain().records();
    }
  }

  /** Starts the job from the beginning of the topics. */
  void submit(int parallelism) {
    submit("-p=" + parallelism);
  }

  /** Starts the job from its newest retained checkpoint or savepoint. */
  void submitFromLatest(int parallelism) {
    submit("-p=" + parallelism, "--from-latest-checkpoint");
  }

  private void submit(String... options) {
    List<String> command = new ArrayList<>(List.of("cluster", "submit", "--dir=" + directory()));
    command.addAll(List.of(options));
    assertThat(stage.succeed(command.toArray(String[]::new)).out())
        .contains(name + " is submitted");
  }

  /** Stops the job with a savepoint and lets it go on from there. */
  void rescale(int parallelism) {
    assertThat(savepointAndStop()).startsWith("file:").contains("/savepoints/" + name + "/");
    submitFromLatest(parallelism);
  }

  private String savepointAndStop() {
    Cli result = Cli.run("cluster", "savepoint", "--stop", "--dir=" + directory(), name);
    assertThat(result.exit()).as(result.err()).isZero();
    return result.out().strip();
  }

  private Path directory() {
    return cluster.directory();
  }

  /** Feeds up to a bar and waits until the outputs of what is complete are visible. */
  void feed(int to) {
    send(to);
    awaitOutputs();
  }

  /**
   * Feeds half of what is left up to a bar, strikes in the middle of a transaction, feeds the rest,
   * and waits.
   */
  void strike(String fault, int to, ThrowingRunnable action) throws Throwable {
    send(fed + (to - fed) / 2);
    long atRisk = feedUntilOutputIsUncommitted(to);
    long start = System.nanoTime();
    action.run();
    double struck = (System.nanoTime() - start) / 1e9;
    send(to);
    awaitOutputs();
    double recovered = (System.nanoTime() - start) / 1e9;
    strikes.add(
        String.format(
            Locale.ROOT,
            "%s with %d records uncommitted: %.1f s, all outputs there after %.1f s",
            fault,
            atRisk,
            struck,
            recovered));
  }

  /** One bar after the other, for a checkpoint may have committed the outputs of the last. */
  private long feedUntilOutputIsUncommitted(int to) throws Exception {
    while (fed < to) {
      long before = open.ends().committed();
      send(fed + 1);
      Ends ends =
          await()
              .forever()
              .pollDelay(Duration.ZERO)
              .pollInterval(LOOK_EVERY)
              .until(
                  open::ends,
                  now -> now.uncommitted() >= AT_RISK || now.committed() >= before + AT_RISK);
      if (ends.uncommitted() >= AT_RISK) {
        return ends.uncommitted();
      }
    }
    throw new IllegalStateException("output was never seen uncommitted up to bar " + to);
  }

  private void send(int to) {
    tape.send(sender, fed, to);
    fed = to;
  }

  /** The last bar fed waits for its successor; the one before it may be on its way. */
  private void awaitOutputs() {
    await()
        .forever()
        .until(
            () -> {
              prompt.sip();
              return prompt.newestReturn() >= tape.time(fed - 3);
            });
    slow.sip();
  }

  /** How often the job has gone on from a checkpoint since it was submitted. */
  long restores() {
    return cluster.jobs().stream()
        .filter(job -> job.name().equals(name) && !job.isOver())
        .mapToLong(JobStatus::restores)
        .sum();
  }

  /** Stops the job and compares everything that both consumers have seen with what they should. */
  void requireSame(Map<String, List<String>> undisturbed) {
    long behind = prompt.count() - slow.count();
    savepointAndStop();
    Map<String, List<String>> expected = complete(undisturbed);
    for (Committed consumer : List.of(prompt, slow)) {
      Difference difference = Difference.of(expected, consumer.drain().records());
      System.out.printf(
          Locale.ROOT,
          "faults, %s: %s; %s consumer: %s%n",
          name,
          strikes,
          consumer == slow ? "slow (" + behind + " records behind)" : "prompt",
          difference);
      assertThat(difference.isNone()).as("%s: %s", name, difference).isTrue();
      assertThat(consumer.records()).isEqualTo(expected);
    }
    assertThat(behind).as("how far the slow consumer was behind").isPositive();
  }

  /** Up to the last bar that has a successor; a job that is stopped does not complete the last. */
  private Map<String, List<String>> complete(Map<String, List<String>> all) {
    long last = tape.time(fed - 2);
    Map<String, List<String>> complete = new TreeMap<>();
    all.forEach(
        (key, values) ->
            complete.put(
                key,
                key.startsWith(Topic.DEAD_LETTER.name())
                    ? values
                    : values.stream().filter(value -> Committed.time(value) <= last).toList()));
    return complete;
  }

  @Override
  public void close() {
    sender.close();
    open.close();
    prompt.close();
    slow.close();
    for (JobStatus job : cluster.jobs()) {
      if (job.name().equals(name) && !job.isOver()) {
        savepointAndStop();
      }
    }
  }
}
