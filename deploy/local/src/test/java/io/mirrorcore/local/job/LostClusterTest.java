package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** All of these jobs would be restarted for ever, in a process that cannot help them. */
class LostClusterTest {

  private static final CompletableFuture<Void> RELEASED = new CompletableFuture<>();
  private static final RunPlan PLAN = RunPlan.of(Settings.defaults().with("job.parallelism", 2));

  @AfterAll
  static void releaseWhoIsDeaf() {
    RELEASED.complete(null);
  }

  @Test
  void aJobWhoseTaskManagerHasEndedItselfEndsWithASentence() throws Exception {
    Configuration flink = JobEnvironment.live(PLAN);
    flink.set(TaskManagerOptions.TASK_CANCELLATION_TIMEOUT, Duration.ofSeconds(1));
    try (LocalJob job = LocalJob.start(flink, PLAN, env -> graph(env, new DeafFunction()))) {
      assertThatThrownBy(job::await)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("the Flink cluster in this process has died")
          .hasMessageContaining("(MIRRORCORE_HEAP)");
    }
  }

  @Test
  void aJobThatHasRunOutOfMemoryEndsWithASentence() throws Exception {
    Configuration flink = JobEnvironment.live(PLAN);
    try (LocalJob job = LocalJob.start(flink, PLAN, env -> graph(env, new HungryFunction()))) {
      assertThatThrownBy(job::await)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("the job has run out of memory (OutOfMemoryError: Java heap space)")
          .hasMessageContaining("give the process more");
    }
  }

  @Test
  void aJobThatFailsAgainAndAgainEndsWithTheReasonOfTheLastTime() throws Exception {
    RunPlan once = RunPlan.of(Settings.defaults().with("job.max-restarts", 1));
    Configuration flink = JobEnvironment.live(once);
    try (LocalJob job = LocalJob.start(flink, once, env -> graph(env, new FailingFunction()))) {
      assertThatThrownBy(job::await)
          .isInstanceOf(UserError.class)
          .hasMessage(
              "the job has failed too often in a row (job.max-restarts) and has ended, last because"
                  + " of IllegalStateException: the gate is shut");
    }
  }

  private static void graph(StreamExecutionEnvironment env, RichMapFunction<Long, Long> function) {
    env.fromSequence(0, 1_000)
        .uid("numbers")
        .map(function)
        .uid("function")
        .rebalance() // so that all of it fails together
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
  }

  /** One instance does not hear that it shall end, when the other fails: fatal to the worker. */
  private static final class DeafFunction extends RichMapFunction<Long, Long> {

    private static final long serialVersionUID = 1L;
    private static final CountDownLatch DEAF = new CountDownLatch(1);

    private boolean first;

    @Override
    public void open(OpenContext context) {
      first = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    }

    @Override
    public Long map(Long number) throws InterruptedException {
      if (first) {
        DEAF.await();
        throw new IllegalStateException("the first instance fails");
      }
      DEAF.countDown();
      RELEASED.join(); // which an interrupt does not end
      return number;
    }
  }

  /** Fails as a task does whose heap is full. */
  private static final class HungryFunction extends RichMapFunction<Long, Long> {

    private static final long serialVersionUID = 1L;

    @Override
    public Long map(Long number) {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  /** Fails for a reason that no restart mends. */
  private static final class FailingFunction extends RichMapFunction<Long, Long> {

    private static final long serialVersionUID = 1L;

    @Override
    public Long map(Long number) {
      throw new IllegalStateException("the gate is shut");
    }
  }
}
