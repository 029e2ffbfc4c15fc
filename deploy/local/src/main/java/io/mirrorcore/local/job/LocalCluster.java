package io.mirrorcore.local.job;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The MiniCluster of one job. Flink's local environment makes the same one and keeps it to itself;
 * here it can be asked whether it is still there.
 */
final class LocalCluster {

  private final Executors executors = new Executors();
  private JobClient client;

  private LocalCluster() {}

  /**
   * Starts a cluster with a job on it.
   *
   * @param flink settings of both
   * @param parallelism of the job
   */
  static LocalCluster start(Configuration flink, int parallelism, String name, LocalJob.Graph graph)
      throws Exception {
    LocalCluster cluster = new LocalCluster();
    Configuration local = new Configuration(flink);
    local.set(DeploymentOptions.TARGET, LocalExecutor.NAME);
    local.set(DeploymentOptions.ATTACHED, true);
    StreamExecutionEnvironment env =
        new StreamExecutionEnvironment(
            cluster.executors, local, Thread.currentThread().getContextClassLoader());
    env.setParallelism(parallelism);
    graph.define(env);
    cluster.client = env.executeAsync(name);
    return cluster;
  }

  JobClient client() {
    return client;
  }

  /** The cluster itself. */
  MiniCluster flink() {
    return executors.cluster;
  }

  CompletableFuture<Void> shutDown() {
    return flink().closeAsync();
  }

  /** Flink's way to the one executor that there is here. */
  private static final class Executors
      implements PipelineExecutorServiceLoader, PipelineExecutorFactory {

    private MiniCluster cluster;

    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration flink) {
      return this;
    }

    @Override
    public Stream<String> getExecutorNames() {
      return Stream.of(getName());
    }

    @Override
    public String getName() {
      return LocalExecutor.NAME;
    }

    @Override
    public boolean isCompatibleWith(Configuration flink) {
      return true;
    }

    @Override
    public PipelineExecutor getExecutor(Configuration flink) {
      return LocalExecutor.createWithFactory(flink, this::make);
    }

    private MiniCluster make(MiniClusterConfiguration settings) {
      cluster = new MiniCluster(settings);
      return cluster;
    }
  }
}
