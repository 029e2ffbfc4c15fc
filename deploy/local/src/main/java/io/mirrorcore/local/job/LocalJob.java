package io.mirrorcore.local.job;

import io.mirrorcore.cluster.RetainedState;
import io.mirrorcore.jobs.operator.Tally;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.topology.Outputs;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.local.files.TemporaryDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One job on a MiniCluster of its own, inside this JVM. Closing it stops the job. */
public final class LocalJob implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final long STOP_SECONDS = 100;
  private static final long SHUT_DOWN_SECONDS = 20;

  /** Counts travel with heartbeats; the default of 10 s would make progress look frozen. */
  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  private final LocalCluster cluster;
  private final JobClient client;
  private final ClusterWatch watch;
  private final TemporaryDirectory checkpoints; // null where there are none of our own

  private LocalJob(LocalCluster cluster, TemporaryDirectory checkpoints) {
    this.cluster = cluster;
    this.client = cluster.client();
    this.watch = ClusterWatch.over(cluster);
    this.checkpoints = checkpoints;
  }

  /** Adds the operators of a job to an environment. */
  @FunctionalInterface
  public interface Graph {
    void define(StreamExecutionEnvironment env);
  }

  /** Starts the pipeline; see {@link #start(Configuration, RunPlan, Graph)}. */
  public static LocalJob start(Configuration flink, JobPlan plan, Inputs inputs, Outputs outputs)
      throws Exception {
    return start(flink, plan.run(), env -> PipelineTopology.define(env, plan, inputs, outputs));
  }

  /**
   * Starts a job.
   *
   * @param flink Flink's own settings, from {@code JobEnvironment}
   */
  public static LocalJob start(Configuration flink, RunPlan run, Graph graph) throws Exception {
    Configuration local = new Configuration(flink);
    listenOnLoopback(local);
    closeThePage(local);
    local.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
    TemporaryDirectory checkpoints = null;
    if (local.contains(CheckpointingOptions.CHECKPOINTING_INTERVAL)
        && !local.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)) {
      // Without a directory they would be kept on the heap, which Flink allows up to 5 MB only.
      checkpoints = TemporaryDirectory.create("mirrorcore-checkpoints-");
      local.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, RetainedState.uri(checkpoints.path()));
    }
    try {
      return new LocalJob(
          LocalCluster.start(local, run.parallelism(), run.name(), graph), checkpoints);
    } catch (Exception e) {
      if (checkpoints != null) {
        checkpoints.close();
      }
      throw e;
    }
  }

  /** All that the cluster listens with: left alone, its blob server would serve the network. */
  private static void listenOnLoopback(Configuration local) {
    local.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    local.set(RestOptions.ADDRESS, LOOPBACK);
    local.set(RestOptions.BIND_PORT, "0");
    local.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    local.set(JobManagerOptions.ADDRESS, LOOPBACK);
    local.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    local.set(TaskManagerOptions.HOST, LOOPBACK);
  }

  /** To whoever sits in a browser here: no other page reads the answers or uploads a jar. */
  private static void closeThePage(Configuration local) {
    local.set(WebOptions.ACCESS_CONTROL_ALLOW_ORIGIN, "http://" + LOOPBACK);
    local.set(WebOptions.SUBMIT_ENABLE, false);
  }

  /**
   * Waits for the end of a bounded job.
   *
   * @throws ExecutionException when the job fails
   * @throws LocalJobException when its cluster has died, its memory was not enough, or it has
   *     failed as often as it may
   */
  public JobSummary await() throws InterruptedException, ExecutionException {
    try {
      return JobSummary.of(watch.end().get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LocalJobException known) {
        throw known;
      }
      if (FailureText.isGivenUp(e)) {
        throw new LocalJobException(
            "the job has failed too often in a row (job.max-restarts) and has ended, last because of "
                + FailureText.innermost(e),
            e);
      }
      throw e;
    }
  }

  /** Bars processed so far, as the last heartbeat told it; empty while nothing has been told. */
  public OptionalLong bars() {
    try {
      Object bars = client.getAccumulators().get(STOP_SECONDS, TimeUnit.SECONDS).get(Tally.BARS);
      return bars instanceof Long count ? OptionalLong.of(count) : OptionalLong.empty();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // The job ended between two questions, its cluster perhaps with it: the result tells the
      // rest.
      return OptionalLong.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalLong.empty();
    }
  }

  /** Whether the job has ended, well or not, of its own. */
  public boolean isOver() {
    return watch.end().isDone();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    try (checkpoints) {
      if (!watch.isJobOver() && (isOver() || !isCancelled())) {
        shutDown();
      }
    }
  }

  /** Cancels the job, which is also the end of its cluster. */
  private boolean isCancelled() throws InterruptedException {
    try {
      client.cancel().get(STOP_SECONDS, TimeUnit.SECONDS);
      client.getJobExecutionResult().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | IllegalStateException e) {
      // A cancelled job has no result, one that ended just now no cluster: this is how it is told.
      return watch.isJobOver();
    } catch (TimeoutException e) {
      throw new IllegalStateException("the job did not stop within " + STOP_SECONDS + " s", e);
    }
  }

  /** Of a job that was given up: its cluster cannot cancel it. */
  private void shutDown() throws InterruptedException {
    try {
      cluster.shutDown().get(SHUT_DOWN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // What has died cannot be put away, and its threads do not keep a process alive.
      return;
    }
  }
}
