package io.mirrorcore.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A Flink cluster of processes on this machine: one JobManager with the web UI, and TaskManagers.
 * They outlive the program that starts them, are found again by the directory, and listen on
 * 127.0.0.1 only unless configured otherwise.
 *
 * <p>There is no high availability: when the JobManager dies its jobs die, and are submitted again
 * from their newest retained checkpoint ({@link RetainedState}). When a TaskManager dies the jobs
 * go on in free slots of the others; {@link #start} replaces what has died.
 */
public final class FlinkCluster {

  /** A process that dies ends the wait; this is for one that hangs. */
  private static final Duration START = Duration.ofMinutes(10);

  private static final Duration CANCEL = Duration.ofSeconds(20);
  private static final Duration SAVEPOINT = Duration.ofMinutes(10);
  private static final long END_SECONDS = 10;
  private static final long LOOK_EVERY_MS = 100;

  private final ClusterDirectory directory;
  private final ConfigurationFile configuration;

  private FlinkCluster(ClusterDirectory directory) {
    this.directory = directory;
    this.configuration = new ConfigurationFile(directory);
  }

  /** The cluster of a directory, be it running or not. */
  public static FlinkCluster in(Path directory) {
    return new FlinkCluster(new ClusterDirectory(directory));
  }

  /**
   * Starts what is not running: everything, or the processes that have died, or more TaskManagers.
   * Returns when all of them have found each other.
   *
   * @throws ClusterException when they do not, or when the settings of those that run are others
   */
  public void start(ClusterSettings settings) throws InterruptedException {
    ClusterLibrary library = ClusterLibrary.locate();
    directory.create();
    requireNoStranger();
    boolean anew = processes().stream().noneMatch(ClusterProcess::isAlive);
    if (anew) {
      configuration.write(settings);
    } else {
      configuration.requireSame(settings);
    }
    processes().stream().filter(process -> !process.isAlive()).forEach(this::forget);
    ProcessLauncher launcher = new ProcessLauncher(library, directory, configuration);
    try {
      start(launcher, settings.taskManagers());
    } catch (ClusterException e) {
      if (anew) {
        stop();
      }
      throw e;
    }
  }

  /** What runs here is told by pid files; beside a process without one nothing is safe. */
  private void requireNoStranger() {
    List<ClusterProcess> alive = processes().stream().filter(ClusterProcess::isAlive).toList();
    List<Long> strangers = RunningProcesses.of(directory.configuration(), alive);
    if (!strangers.isEmpty()) {
      throw new ClusterException(
          "process %d runs with the configuration in %s, and no pid file tells of it; end it first, so that nothing is deleted under it"
              .formatted(strangers.get(0), directory.configuration()));
    }
  }

  private void forget(ClusterProcess dead) {
    try {
      Files.deleteIfExists(dead.pidFile(directory.processes()));
    } catch (IOException e) {
      throw new ClusterException("cannot write to " + directory.processes() + ": " + e, e);
    }
  }

  private void start(ProcessLauncher launcher, int taskManagers) throws InterruptedException {
    if (!isAlive(ClusterProcess.JOB_MANAGER)) {
      launcher.jobManager();
    }
    FlinkRest rest = rest();
    // A TaskManager that does not find its JobManager at once waits for 10 s.
    await(START, rest::answers, "the JobManager does not answer at " + webAddress());
    List<Integer> missing = new ArrayList<>();
    for (int number = 1; number <= taskManagers; number++) {
      if (!isAlive(ClusterProcess.TASK_MANAGER + number)) {
        missing.add(number);
      }
    }
    launcher.taskManagers(missing);
    await(START, () -> allRegistered(rest), "the TaskManagers do not find the JobManager");
  }

  private boolean allRegistered(FlinkRest rest) {
    Set<String> registered = rest.taskManagers();
    return processes().stream()
        .filter(process -> !process.isJobManager())
        .allMatch(process -> registered.contains(process.id()));
  }

  private void await(Duration patience, BooleanSupplier condition, String otherwise)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      Optional<ClusterProcess> dead =
          processes().stream().filter(process -> !process.isAlive()).findFirst();
      if (dead.isPresent()) {
        throw new ClusterException(
            "the %s ended while it started; its reason is in %s"
                .formatted(dead.get().name(), log(dead.get().name())));
      }
      if (System.nanoTime() > deadline) {
        throw new ClusterException(
            otherwise + " after " + patience.toSeconds() + " s; see " + directory.logs());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
  }

  /** Where the cluster keeps all it has. */
  public Path directory() {
    return directory.root();
  }

  /** Address of the web UI. */
  public URI webAddress() {
    return URI.create("http://127.0.0.1:" + configuration.webPort());
  }

  /** Where a process logs. */
  public Path log(String name) {
    return directory.logs().resolve(name + ".log");
  }

  /** The processes that were started and not stopped, the dead among them, JobManager first. */
  public List<ClusterProcess> processes() {
    if (!Files.isDirectory(directory.processes())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory.processes())) {
      return files
          .filter(ClusterProcess::isPidFile)
          .flatMap(file -> ClusterProcess.read(file).stream())
          .map(process -> process.recognised(directory.configuration()))
          .sorted(Comparator.comparing(ClusterProcess::name))
          .toList();
    } catch (IOException e) {
      throw new ClusterException("cannot read " + directory.processes() + ": " + e, e);
    }
  }

  private boolean isAlive(String name) {
    return processes().stream().anyMatch(p -> p.name().equals(name) && p.isAlive());
  }

  /** All jobs since the JobManager was started. */
  public List<JobStatus> jobs() {
    return rest().jobs();
  }

  /**
   * Submits the pipeline.
   *
   * @return id of the job
   * @throws ClusterException when a job of that name is there already: both would write under the
   *     same transactional ids and end each other's transactions
   */
  public String submit(JobSubmission job) throws InterruptedException {
    for (JobStatus other : jobs()) {
      if (other.name().equals(job.name()) && !other.isOver()) {
        throw new ClusterException(
            "job %s is there already (%s, %s); stop it first with cluster savepoint --stop"
                .formatted(other.name(), other.id(), other.state()));
      }
    }
    return new FlinkClient(ClusterLibrary.locate(), directory, configuration).submit(job);
  }

  /**
   * Runs a job of the jar that drives itself, such as {@code BacktestJob}, until it has ended.
   *
   * @param mainClass of the job
   * @param out takes what the job says, line by line
   * @throws ClusterException when it fails, with the reason
   */
  public void run(String mainClass, List<String> arguments, Consumer<String> out)
      throws InterruptedException {
    jobs(); // says so where no cluster is running
    new FlinkClient(ClusterLibrary.locate(), directory, configuration)
        .run(mainClass, arguments, out);
  }

  /** Where the checkpoints of a job by that name are, unless its configuration says another. */
  public Path checkpoints(String jobName) {
    return directory.checkpoints().resolve(jobName);
  }

  /** Where the savepoints of a job by that name are. */
  public Path savepoints(String jobName) {
    return directory.savepoints().resolve(jobName);
  }

  /**
   * Takes a savepoint of a job, and waits for it. Of one that was submitted just now none can be
   * taken before all its tasks run: that is waited for too.
   *
   * @param stop whether to stop the job with it, so that nothing is processed after it
   * @return where it is
   */
  public String savepoint(JobStatus job, boolean stop) throws InterruptedException {
    lookUntil(
        () -> jobs().stream().noneMatch(one -> one.id().equals(job.id()) && one.isStarting()),
        SAVEPOINT);
    String target = RetainedState.uri(directory.savepoints().resolve(job.name()));
    String path = rest().savepoint(job.id(), target, stop, SAVEPOINT);
    if (stop) {
      awaitEnd(List.of(job.id()), SAVEPOINT);
    }
    return path;
  }

  /**
   * Cancels all jobs, which gives their open transactions back and retains their last checkpoints,
   * then ends every process, by force where it does not end by itself.
   *
   * @return names of the jobs that were running
   */
  public List<String> stop() throws InterruptedException {
    List<ClusterProcess> processes = processes();
    requireNoStranger();
    List<String> cancelled = isAlive(ClusterProcess.JOB_MANAGER) ? cancelAll() : List.of();
    for (ClusterProcess process : processes) {
      process.end(END_SECONDS);
    }
    requireEnd(processes);
    directory.clear(!processes.isEmpty());
    return cancelled;
  }

  private void requireEnd(List<ClusterProcess> processes) {
    for (ClusterProcess process : processes) {
      if (process.isAlive()) {
        throw new ClusterException(
            "the %s (process %d) does not end, so nothing is deleted under it; end it and stop again"
                .formatted(process.name(), process.pid()));
      }
    }
  }

  private List<String> cancelAll() throws InterruptedException {
    try {
      List<JobStatus> running = jobs().stream().filter(job -> !job.isOver()).toList();
      running.forEach(job -> rest().cancel(job.id()));
      awaitEnd(running.stream().map(JobStatus::id).toList(), CANCEL);
      return running.stream().map(JobStatus::name).toList();
    } catch (ClusterException e) {
      return List.of(); // a JobManager that does not answer is ended all the same
    }
  }

  private void awaitEnd(List<String> ids, Duration patience) throws InterruptedException {
    lookUntil(
        () -> jobs().stream().allMatch(job -> job.isOver() || !ids.contains(job.id())), patience);
  }

  private static void lookUntil(BooleanSupplier condition, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
    }
  }

  private FlinkRest rest() {
    return new FlinkRest(webAddress());
  }
}
