package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.plan.RunPlan;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The cluster that runs the jobs of a tuning run, one after another: in this process or remote. */
public interface TuneCluster {

  /** Adds the operators of a job to an environment. */
  @FunctionalInterface
  interface Graph {
    void define(StreamExecutionEnvironment env);
  }

  /**
   * Runs a job to its end.
   *
   * @param step what it is for
   * @return false where the user has stopped it: the whole run then ends
   * @throws Exception where the job fails
   */
  boolean run(TuneStep step, RunPlan plan, Graph graph) throws Exception;
}
