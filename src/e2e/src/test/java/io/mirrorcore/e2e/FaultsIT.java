package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mirrorcore.cluster.ClusterProcess;
import io.mirrorcore.cluster.ClusterSettings;
import io.mirrorcore.cluster.FlinkCluster;
import io.mirrorcore.cluster.PrometheusReporter;
import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pipeline with all its strategies, and one of a user's jar, on a cluster of processes against
 * a broker of its own process, struck by faults in the middle of the stream. After each of them a
 * read-committed consumer, and one that lags behind all the time, have seen every output exactly
 * once, and the same bytes as those of a run that nothing disturbed.
 */
class FaultsIT {

  private static final int BARS = 100;
  @TempDir private static Path directory;

  private static final MarketTape TAPE = new MarketTape(BARS);
  private static Watchdog watchdog;
  private static ChildBroker broker;
  private static FlinkCluster cluster;
  private static ClusterSettings settings;
  private static List<String> yaml;
  private static Map<String, List<String>> undisturbed;

  @BeforeAll
  static void startTheProcessesAndRunOnceUndisturbed() throws Exception {
    watchdog = Watchdog.over(directory);
    broker = new ChildBroker(directory.resolve("broker"));
    cluster = FlinkCluster.in(directory.resolve("cluster"));
    settings = twoProcessesOfTwoSlots();
    cluster.start(settings);
    yaml =
        List.of(
            "bars.interval: 1m",
            "signals.emit: all",
            "time.idle-timeout: 1d",
            "job.transaction-timeout: 15m",
            "strategies.jars: [" + ExampleStrategy.jar(directory) + "]",
            "ensemble: {period: bar, window: 40, min-observations: 20}",
            "regimes: {mixed.every: 5 bars, ranging.every: 5 bars, trending.every: 5 bars}");
    undisturbed = FaultRun.undisturbed(directory, broker.servers(), yaml, TAPE);
    assertThat(undisturbed.keySet().stream().map(key -> key.replaceFirst(" .*", "")).distinct())
        .as("outputs that are compared")
        .contains(
            Topic.SIGNALS.name(),
            Topic.STRATEGY_RETURNS.name(),
            Topic.WEIGHTS.name(),
            Topic.POSITIONS.name(),
            Topic.DEAD_LETTER.name());
  }

  @AfterAll
  static void endAllProcesses() throws Exception {
    try (Watchdog last = watchdog;
        ChildBroker then = broker) {
      if (cluster != null) {
        cluster.stop();
      }
    }
  }

  private static ClusterSettings twoProcessesOfTwoSlots() throws IOException {
    Map<String, String> flink = new TreeMap<>(PrometheusReporter.settings(Scrape.ports()));
    flink.put("jobmanager.memory.process.size", "800m");
    flink.put("taskmanager.memory.process.size", "1100m");
    return new ClusterSettings(2, 2, 0, Patience.flink(flink));
  }

  private static FaultRun run(String name) throws Exception {
    return new FaultRun(directory, broker.servers(), name, yaml, TAPE, cluster);
  }

  @Test
  void aTaskManagerIsKilledThreeTimes() throws Throwable {
    try (FaultRun run = run("taskmanager")) {
      run.submit(2);
      run.feed(25);
      // In turns, for the job moves to the one that is left.
      for (int strike = 0; strike < 3; strike++) {
        String victim = ClusterProcess.TASK_MANAGER + (1 + strike % 2);
        run.strike("kill -9 of " + victim, 45 + 20 * strike, () -> kill(victim));
        assertThat(run.restores()).as("each kill was felt").isGreaterThan(strike);
        cluster.start(settings);
      }
      run.feed(BARS);
      run.requireSame(undisturbed);
    }
  }

  @Test
  void theBrokerIsKilledAndStartedAgain() throws Throwable {
    try (FaultRun run = run("broker")) {
      run.submit(2);
      run.feed(30);
      run.strike(
          "kill -9 of the broker",
          60,
          () -> {
            broker.kill();
            broker.start();
          });
      run.feed(BARS);
      run.requireSame(undisturbed);
    }
  }

  @Test
  void theJobManagerIsKilledAndTheJobGoesOnFromItsRetainedCheckpoint() throws Throwable {
    try (FaultRun run = run("jobmanager")) {
      run.submit(2);
      run.feed(30);
      run.strike(
          "kill -9 of the JobManager",
          60,
          () -> {
            kill(ClusterProcess.JOB_MANAGER);
            cluster.start(settings);
            run.submitFromLatest(2);
          });
      run.feed(BARS);
      run.requireSame(undisturbed);
    }
  }

  @Test
  void theJobIsStoppedWithASavepointAndGoesOnAtOtherParallelisms() throws Throwable {
    try (FaultRun run = run("rescaled")) {
      run.submit(2);
      run.feed(30);
      run.strike("stop with savepoint, 2 to 4", 55, () -> run.rescale(4));
      run.strike("stop with savepoint, 4 to 1", 80, () -> run.rescale(1));
      run.feed(BARS);
      run.requireSame(undisturbed);
    }
  }

  /** Two slots of each TaskManager are in use. */
  @Test
  void aScrapeIsSmallAndHasAllThatRulesAndDashboardAskFor() throws Exception {
    try (FaultRun run = run("scraped")) {
      run.submit(4);
      run.feed(40);
      await()
          .forever()
          .untilAsserted(
              () -> assertThat(Scrape.of(cluster).names()).containsAll(MonitoringFiles.metrics()));
      int bytes = Scrape.of(cluster).largest();
      System.out.printf("a scrape of a TaskManager with 2 slots: %d bytes%n", bytes);
      assertThat(bytes).isBetween(100_000, 600_000);
    }
  }

  private static void kill(String name) {
    ProcessHandle process =
        cluster.processes().stream()
            .filter(one -> one.name().equals(name))
            .flatMap(one -> one.handle().stream())
            .findFirst()
            .orElseThrow();
    assertThat(process.destroyForcibly()).isTrue();
    await().forever().until(() -> !process.isAlive());
  }
}
