package io.mirrorcore.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts the processes of a cluster, each with the memory that the configuration gives it. */
final class ProcessLauncher {

  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private final ClusterLibrary library;
  private final ClusterDirectory directory;
  private final ConfigurationFile configuration;
  private final FlinkClient client;

  ProcessLauncher(
      ClusterLibrary library, ClusterDirectory directory, ConfigurationFile configuration) {
    this.library = library;
    this.directory = directory;
    this.configuration = configuration;
    this.client = new FlinkClient(library, directory, configuration);
  }

  void jobManager() throws InterruptedException {
    start(ClusterProcess.JOB_MANAGER, "-", JOB_MANAGER, client.resources(true));
  }

  void taskManagers(List<Integer> numbers) throws InterruptedException {
    if (numbers.isEmpty()) {
      return;
    }
    FlinkClient.Resources resources = client.resources(false);
    for (int number : numbers) {
      String name = ClusterProcess.TASK_MANAGER + number;
      // Never that of a predecessor, whom the JobManager may still believe to be alive.
      String id = name + "-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
      List<String> arguments = new ArrayList<>(resources.program());
      arguments.add("-Dtaskmanager.resource-id=" + id);
      start(name, id, TASK_MANAGER, new FlinkClient.Resources(resources.jvm(), arguments));
    }
  }

  private void start(String name, String id, String mainClass, FlinkClient.Resources resources) {
    List<String> options = new ArrayList<>(resources.jvm());
    options.addAll(
        FlinkClient.logging(configuration, directory.logs().resolve(name + ".log"), directory));
    options.addAll(configuration.javaOptions(name.replaceFirst("-.*", ""))); // the last word
    List<String> command = library.java(options, mainClass);
    command.addAll(
        List.of(ClusterDirectory.CONFIGURATION_OPTION, directory.configuration().toString()));
    command.addAll(resources.program());
    try {
      ClusterProcess.start(
          directory.processes(),
          name,
          id,
          command,
          directory.configuration(),
          directory.logs().resolve(name + ".out"));
    } catch (IOException e) {
      throw new ClusterException("cannot start the " + name + ": " + e.getMessage(), e);
    }
  }
}
