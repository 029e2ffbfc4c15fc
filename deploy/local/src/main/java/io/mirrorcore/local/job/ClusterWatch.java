package io.mirrorcore.local.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.runtime.messages.webmonitor.ClusterOverview;
import org.apache.flink.runtime.scheduler.ExecutionGraphInfo;

/**
 * The end of a job, which comes also when its cluster has died under it.
 *
 * <p>Flink promises a result, and breaks the promise where the cluster goes first: after a fatal
 * error a TaskManager ends itself, and no other takes its place in this process; the job then waits
 * for ever for slots. So a thread looks every second whether the cluster is alive. It also ends a
 * job that has run out of memory: in this one process no restart finds more of it.
 */
final class ClusterWatch {

  private static final long LOOK_EVERY_MS = 1_000;

  /** Flink gives up after ten seconds, unless what counts them has died as well. */
  private static final long ANSWER_SECONDS = 30;

  /** A TaskManager that was merely too slow registers again within less. */
  private static final int LOOKS_WITHOUT_WORKER = 10;

  /** One that has just been started may take longer on a busy machine. */
  private static final int LOOKS_BEFORE_FIRST_WORKER = 120;

  /** A job that ends shuts its cluster down, and its result may be a moment behind. */
  private static final int LOOKS_WITHOUT_CLUSTER = 5;

  private final LocalCluster cluster;
  private final CompletableFuture<JobExecutionResult> result;
  private final CompletableFuture<JobExecutionResult> end; // as the result, or before it
  private int withoutWorker;
  private int withoutCluster;
  private int patience = LOOKS_BEFORE_FIRST_WORKER;
  private String lastFailure = "";

  private ClusterWatch(LocalCluster cluster) {
    this.cluster = cluster;
    this.result = cluster.client().getJobExecutionResult();
    this.end = result.copy();
  }

  /** Watches until the job has ended. */
  static ClusterWatch over(LocalCluster cluster) {
    ClusterWatch watch = new ClusterWatch(cluster);
    Thread thread = new Thread(watch::watch, "cluster-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  /** The result of the job, or why there is none. */
  CompletableFuture<JobExecutionResult> end() {
    return end;
  }

  /** Whether the job itself has ended, and not merely been given up. */
  boolean isJobOver() {
    return result.isDone();
  }

  private void watch() {
    try {
      while (!end.isDone()) {
        look();
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (OutOfMemoryError e) {
      end.completeExceptionally(outOfMemory(e.getMessage(), e));
    }
  }

  private void look() throws InterruptedException {
    if (!cluster.flink().isRunning()) {
      withoutCluster++;
    } else {
      lookInside();
    }
    if (withoutCluster >= LOOKS_WITHOUT_CLUSTER || withoutWorker >= patience) {
      end.completeExceptionally(lost());
    }
  }

  private void lookInside() throws InterruptedException {
    try {
      ClusterOverview overview = answer(cluster.flink().requestClusterOverview());
      withoutCluster = 0;
      withoutWorker = overview.getNumTaskManagersConnected() > 0 ? 0 : withoutWorker + 1;
      if (withoutWorker == 0) {
        patience = LOOKS_WITHOUT_WORKER;
      }
      notice(answer(cluster.flink().getExecutionGraphInfo(cluster.client().getJobID())));
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      withoutCluster++; // it has just ended, or does not answer
    }
  }

  private static <T> T answer(CompletableFuture<T> asked)
      throws InterruptedException, ExecutionException, TimeoutException {
    return asked.get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  private void notice(ExecutionGraphInfo job) {
    job.getExceptionHistory()
        .forEach(
            failure -> {
              lastFailure = FailureText.innermost(failure.getExceptionAsString());
              if (lastFailure.startsWith(OutOfMemoryError.class.getSimpleName())) {
                end.completeExceptionally(outOfMemory(lastFailure, failure.getException()));
              }
            });
  }

  private LocalJobException lost() {
    return new LocalJobException(
        ("the Flink cluster in this process has died%s; what it said before is above or in the log,"
                + " and mostly it lacked memory (MIRRORCORE_HEAP) or file handles (ulimit -n)")
            .formatted(lastFailure.isEmpty() ? "" : ", last after " + lastFailure),
        null);
  }

  private static LocalJobException outOfMemory(String what, Throwable cause) {
    return new LocalJobException(
        "the job has run out of memory (%s); give the process more (MIRRORCORE_HEAP, or -Xmx)"
            .formatted(what),
        cause);
  }
}
