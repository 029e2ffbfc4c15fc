package io.mirrorcore.local.cli.operate;

import io.mirrorcore.cluster.ClusterProcess;
import io.mirrorcore.cluster.ClusterSettings;
import io.mirrorcore.cluster.FlinkCluster;
import io.mirrorcore.cluster.JobStatus;
import io.mirrorcore.cluster.JobSubmission;
import io.mirrorcore.cluster.PrometheusReporter;
import io.mirrorcore.jobs.BacktestJob;
import io.mirrorcore.jobs.TuneJob;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.kafka.TopicLayout;
import io.mirrorcore.jobs.topic.Role;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cluster}: a Flink cluster of processes on this machine, and the pipeline on it. */
@Command(
    name = "cluster",
    description = {
      "Runs the pipeline on a Flink cluster of processes on this machine.",
      "The cluster is in the background until cluster stop; deploy/cluster/README.md is its manual."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class ClusterCommand {

  @Spec private CommandSpec spec;

  /** Which cluster. */
  static final class Place {

    @Option(
        names = "--dir",
        paramLabel = "DIR",
        defaultValue = ".mirrorcore/cluster",
        description = "Where the cluster keeps all it has (default: ${DEFAULT-VALUE}).")
    private Path dir;

    FlinkCluster cluster() {
      return FlinkCluster.in(dir);
    }
  }

  @Command(
      name = "start",
      description = {
        "Starts a JobManager and TaskManagers, or those of them that have died.",
        "They listen on 127.0.0.1 only, unless -D says otherwise."
      })
  int start(
      @Mixin Place place,
      @Option(
              names = "--taskmanagers",
              paramLabel = "N",
              defaultValue = "2",
              description = "TaskManagers (default: ${DEFAULT-VALUE}).")
          int taskManagers,
      @Option(
              names = "--slots",
              paramLabel = "N",
              defaultValue = "2",
              description =
                  "Slots of each (default: ${DEFAULT-VALUE}); a job needs as many in all as its"
                      + " job.parallelism.")
          int slots,
      @Option(
              names = "--port",
              defaultValue = "0",
              description = "Port of the web UI, 0 for a free one (default: ${DEFAULT-VALUE}).")
          int port,
      @Option(
              names = "--metrics-ports",
              paramLabel = "PORTS",
              description = {
                "Serves metrics to Prometheus: a port, or a range such as 9249-9260 of which each",
                "process takes the first that is free. On all addresses (default: none)."
              })
          String metricsPorts,
      @Option(
              names = "-D",
              paramLabel = "KEY=VALUE",
              description = "A setting of Flink, e.g. taskmanager.memory.process.size=4g.")
          Map<String, String> flink)
      throws InterruptedException {
    FlinkCluster cluster = place.cluster();
    cluster.start(settings(taskManagers, slots, port, flink(metricsPorts, flink)));
    out().printf("Flink is running: web UI at %s%n", cluster.webAddress());
    printProcesses(cluster);
    return 0;
  }

  private static ClusterSettings settings(
      int taskManagers, int slots, int port, Map<String, String> flink) {
    try {
      return new ClusterSettings(taskManagers, slots, port, flink);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage());
    }
  }

  /** What a person has set wins over what the reporter would be given. */
  private static Map<String, String> flink(String metricsPorts, Map<String, String> set) {
    Map<String, String> all = new LinkedHashMap<>();
    try {
      if (metricsPorts != null) {
        all.putAll(PrometheusReporter.settings(metricsPorts));
      }
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--metrics-ports: " + e.getMessage());
    }
    if (set != null) {
      all.putAll(set);
    }
    return all;
  }

  @Command(
      name = "submit",
      description = {
        "Submits the pipeline, and returns when it is accepted.",
        "It goes on from its own newest checkpoint or savepoint, where there is one."
      })
  int submit(
      @Mixin Place place,
      @Mixin SettingsOptions options,
      @Option(
              names = {"-p", "--parallelism"},
              paramLabel = "N",
              description = "The same as --set job.parallelism=N.")
          Integer parallelism,
      @Mixin JobOrigin origin)
      throws InterruptedException {
    Map<String, String> more = new LinkedHashMap<>();
    if (parallelism != null) {
      more.put(PipelineKeys.JOB_PARALLELISM.key(), parallelism.toString());
    }
    Settings settings = options.settings().with(more);
    TopicLayout.require(settings, Role.PIPELINE, Optional.empty(), err()::println);
    String name = settings.get(PipelineKeys.JOB_NAME);
    FlinkCluster cluster = place.cluster();
    JobSubmission job = JobSubmission.of(name, options.arguments(more));
    String id = cluster.submit(origin.of(job, settings, cluster, err()));
    out().printf("%s is submitted, job %s: %s%n", name, id, cluster.webAddress());
    out().flush();
    return 0;
  }

  /** Jobs of the jar that read files, end, and write a report. */
  enum FileJob {
    BACKTEST(BacktestJob.class),
    TUNE(TuneJob.class);

    private final Class<?> mainClass;

    FileJob(Class<?> mainClass) {
      this.mainClass = mainClass;
    }
  }

  @Command(
      name = "run",
      description = {
        "Runs a backtest or a tuning on the cluster, and waits for its report.",
        "What follows the job's name are the options of the command of that name; of tune without grid"
            + " or bayes, but with --method grid|bayes. --help there lists them."
      })
  int run(
      @Mixin Place place,
      @Parameters(index = "0", paramLabel = "JOB", description = "backtest or tune.") FileJob job,
      @Parameters(
              index = "1..*",
              arity = "0..*",
              paramLabel = "ARGUMENTS",
              description = "Arguments of the job.")
          List<String> arguments)
      throws InterruptedException {
    place
        .cluster()
        .run(
            job.mainClass.getName(),
            arguments == null ? List.of() : arguments,
            line -> {
              out().println(line);
              out().flush();
            });
    return 0;
  }

  @Command(
      name = "savepoint",
      description = {
        "Takes a savepoint and prints its path; with --stop the job ends with it.",
        "That is how to stop a job that shall go on later, here or at another parallelism."
      })
  int savepoint(
      @Mixin Place place,
      @Option(names = "--stop", description = "Stops the job with the savepoint.") boolean stop,
      @Parameters(
              arity = "0..1",
              paramLabel = "JOB",
              description = "Name or id of the job; not needed where there is only one.")
          String job)
      throws InterruptedException {
    FlinkCluster cluster = place.cluster();
    out().println(cluster.savepoint(one(cluster.jobs(), job), stop));
    out().flush();
    return 0;
  }

  private static JobStatus one(List<JobStatus> jobs, String wanted) {
    List<JobStatus> alive =
        jobs.stream()
            .filter(job -> !job.isOver())
            .filter(job -> wanted == null || job.name().equals(wanted) || job.id().equals(wanted))
            .toList();
    if (alive.size() != 1) {
      throw new CommandFailure(
          (wanted == null
                  ? "one running job is needed"
                  : "one running job " + wanted + " is needed")
              + "; have "
              + (alive.isEmpty()
                  ? "none"
                  : alive.stream().map(JobStatus::name).collect(Collectors.joining(", "))));
    }
    return alive.get(0);
  }

  @Command(name = "status", description = "Shows the processes and the jobs.")
  int status(@Mixin Place place) {
    FlinkCluster cluster = place.cluster();
    List<ClusterProcess> processes = cluster.processes();
    if (processes.isEmpty()) {
      out().println("No cluster is running.");
      out().flush();
      return 0;
    }
    out().printf("web UI at %s%n", cluster.webAddress());
    printProcesses(cluster);
    if (processes.stream().anyMatch(process -> process.isJobManager() && process.isAlive())) {
      printJobs(cluster.jobs());
    }
    return 0;
  }

  private void printProcesses(FlinkCluster cluster) {
    out().printf("%-16s %8s  %-6s %s%n", "process", "pid", "state", "log");
    for (ClusterProcess process : cluster.processes()) {
      out()
          .printf(
              "%-16s %8d  %-6s %s%n",
              process.name(),
              process.pid(),
              process.isAlive() ? "alive" : "dead",
              cluster.log(process.name()));
    }
    out().flush();
  }

  private void printJobs(List<JobStatus> jobs) {
    out()
        .printf(
            "%n%-20s %-32s %-10s %7s %11s %8s%n",
            "job", "id", "state", "tasks", "checkpoints", "restores");
    for (JobStatus job : jobs) {
      out()
          .printf(
              Locale.ROOT,
              "%-20s %-32s %-10s %7s %,11d %,8d%n",
              job.name(),
              job.id(),
              job.state(),
              job.runningTasks() + "/" + job.totalTasks(),
              job.checkpoints(),
              job.restores());
    }
    out().flush();
  }

  @Command(
      name = "stop",
      description = {
        "Cancels the jobs, whose last checkpoints are retained, and ends all processes.",
        "To go on exactly where a job stopped, take a savepoint with --stop first."
      })
  int stop(@Mixin Place place) throws InterruptedException {
    FlinkCluster cluster = place.cluster();
    long processes = cluster.processes().stream().filter(ClusterProcess::isAlive).count();
    List<String> jobs = cluster.stop();
    out().printf("stopped %d processes%n", processes);
    for (String job : jobs) {
      out().printf("%s is cancelled; submit lets it go on%n", job);
    }
    out().flush();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
