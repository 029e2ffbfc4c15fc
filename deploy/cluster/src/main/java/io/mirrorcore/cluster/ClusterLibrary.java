package io.mirrorcore.cluster;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars that the build has gathered for a cluster: those of Flink, which are the class path of
 * every process, and the shaded one with the job, which Flink loads in a class loader of its own.
 */
final class ClusterLibrary {

  /** Names the directory where they are, for whoever moves them. */
  private static final String HOME = "mirrorcore.cluster.home";

  private final Path home;

  private ClusterLibrary(Path home) {
    this.home = home;
  }

  /** Beside the classes of this module, be they in a directory or in a jar. */
  static ClusterLibrary locate() {
    String told = System.getProperty(HOME);
    return new ClusterLibrary(told == null ? builtHome() : Path.of(told)).checked();
  }

  private static Path builtHome() {
    try {
      return Path.of(
              ClusterLibrary.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toAbsolutePath()
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("classes of this module come from no path", e);
    }
  }

  private ClusterLibrary checked() {
    if (!Files.isDirectory(lib()) || !Files.isRegularFile(job())) {
      throw new ClusterException(
          "the jars of the cluster are not in %s; build them: mvn -pl deploy/cluster -am package"
              .formatted(home));
    }
    return this;
  }

  private Path lib() {
    return home.resolve("lib");
  }

  Path job() {
    return home.resolve("job").resolve("mirrorcore-jobs.jar");
  }

  /**
   * The command that runs one of Flink's own programs.
   *
   * @param options of the JVM
   */
  List<String> java(List<String> options, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Flink reads fields of these packages by reflection.
    command.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.addAll(options);
    command.add("-cp");
    command.add(lib() + "/*");
    command.add(mainClass);
    return command;
  }
}
