package io.mirrorcore.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One process of a cluster, known by its pid file. Operating systems give the pid of an ended
 * process to a new one, so the file also says which start it was, and only a process that has both
 * belongs to the cluster.
 *
 * @param name {@code jobmanager}, or {@code taskmanager-1} and so on
 * @param id what Flink calls it
 * @param pid of the process
 * @param start which of the processes that have had this pid
 */
public record ClusterProcess(String name, String id, long pid, ProcessStart start) {

  /** Name of the JobManager. */
  public static final String JOB_MANAGER = "jobmanager";

  /** How the names of TaskManagers begin; a number from 1 follows. */
  public static final String TASK_MANAGER = "taskmanager-";

  private static final String SUFFIX = ".pid";

  /**
   * Starts a process that outlives this one.
   *
   * @param out file for what it prints, which is little: it logs to a file of its own
   */
  static ClusterProcess start(
      Path pidFiles, String name, String id, List<String> command, Path configuration, Path out)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("FLINK_CONF_DIR", configuration.toString());
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true).redirectOutput(Redirect.to(out.toFile()));
    Process process = builder.start();
    ClusterProcess started =
        new ClusterProcess(name, id, process.pid(), ProcessStart.of(process.toHandle()));
    Files.writeString(
        started.pidFile(pidFiles), started.pid + " " + started.start.text() + " " + id + "\n");
    return started;
  }

  /** What a pid file says; empty for one that is damaged or gone. */
  static Optional<ClusterProcess> read(Path pidFile) {
    try {
      String[] words = Files.readString(pidFile).strip().split(" ", -1);
      String name = pidFile.getFileName().toString().replaceFirst("\\.pid$", "");
      return words.length != 3
          ? Optional.empty()
          : Optional.of(
              new ClusterProcess(
                  name, words[2], Long.parseLong(words[0]), ProcessStart.parse(words[1])));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The same process, known by ticks where its file is of an earlier version and only tells the
   * time of day, which moves with the clock. Its command line then says whether it is still it.
   */
  ClusterProcess recognised(Path configuration) {
    return start.isByTicks() || !RunningProcesses.isOf(configuration, pid)
        ? this
        : ProcessHandle.of(pid)
            .map(handle -> new ClusterProcess(name, id, pid, ProcessStart.of(handle)))
            .orElse(this);
  }

  static boolean isPidFile(Path file) {
    return file.toString().endsWith(SUFFIX);
  }

  Path pidFile(Path pidFiles) {
    return pidFiles.resolve(name + SUFFIX);
  }

  public boolean isJobManager() {
    return name.equals(JOB_MANAGER);
  }

  public boolean isAlive() {
    return handle().isPresent();
  }

  /** The process itself, when it is alive and ours. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(handle -> isOurs(handle) && !isZombie());
  }

  private boolean isOurs(ProcessHandle handle) {
    return handle.isAlive() && start.isThatOf(handle);
  }

  /** Dead, but nobody has asked how it ended: in containers without an init it stays so. */
  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException e) {
      return false; // no such file system, or gone this moment: the handle knows
    }
  }

  /** Asks it to end, and makes it when it has not after {@code seconds}. */
  void end(long seconds) throws InterruptedException {
    handle().ifPresent(ProcessHandle::destroy);
    if (!awaitEnd(seconds)) {
      handle().ifPresent(ProcessHandle::destroyForcibly);
      awaitEnd(seconds);
    }
  }

  private boolean awaitEnd(long seconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (isAlive() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return !isAlive();
  }
}
