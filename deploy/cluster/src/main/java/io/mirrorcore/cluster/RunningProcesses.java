package io.mirrorcore.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Processes that were started with the configuration of a cluster, whatever its pid files say: they
 * may be damaged, deleted, or of before the clock was set.
 */
final class RunningProcesses {

  private RunningProcesses() {}

  /** Pids of those that live and are not among {@code known}; none where it cannot be told. */
  static List<Long> of(Path configuration, List<ClusterProcess> known) {
    Set<Long> pids = known.stream().map(ClusterProcess::pid).collect(Collectors.toSet());
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> !pids.contains(pid) && isOf(configuration, pid))
        .sorted()
        .toList();
  }

  /**
   * Whether a process has it on its command line. The list of arguments that Java knows is cut off
   * behind the first page, which a class path fills.
   */
  static boolean isOf(Path configuration, long pid) {
    try {
      byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      List<String> words = Arrays.asList(new String(line, StandardCharsets.UTF_8).split("\0", -1));
      int option = words.indexOf(ClusterDirectory.CONFIGURATION_OPTION);
      return option >= 0
          && option + 1 < words.size()
          && words.get(option + 1).equals(configuration.toString());
    } catch (IOException e) {
      return false; // gone, or no such file system
    }
  }
}
