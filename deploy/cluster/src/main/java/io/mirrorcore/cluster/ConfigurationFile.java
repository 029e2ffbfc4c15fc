package io.mirrorcore.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code config.yaml} and the logging configuration of a cluster's Flink processes: written
 * before they start, and read back to find their ports.
 */
final class ConfigurationFile {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String RPC_PORT = "jobmanager.rpc.port";
  private static final String WEB_PORT = "rest.port";
  private static final String AUTHOR = "# Written by mirrorcore cluster start";
  private static final String HEAD =
      AUTHOR + "; it is written anew whenever no process is running.\n";
  private static final String LOG4J =
      """
      monitorInterval = 30
      rootLogger.level = INFO
      rootLogger.appenderRef.file.ref = file
      appender.file.name = file
      appender.file.type = RollingFile
      appender.file.fileName = ${sys:log.file}
      appender.file.filePattern = ${sys:log.pattern}.%i
      appender.file.layout.type = PatternLayout
      appender.file.layout.pattern = %d{yyyy-MM-dd HH:mm:ss,SSS} %-5p %-60c %x - %m%n
      appender.file.policies.type = Policies
      appender.file.policies.size.type = SizeBasedTriggeringPolicy
      appender.file.policies.size.size = 50MB
      appender.file.strategy.type = DefaultRolloverStrategy
      appender.file.strategy.max = 5
      # Prints its whole configuration for every client.
      logger.kafka.name = org.apache.kafka
      logger.kafka.level = WARN
      # A client whose topic is gone says so with every fetch, three thousand times a second.
      logger.kafka.filter.burst.type = BurstFilter
      logger.kafka.filter.burst.level = WARN
      logger.kafka.filter.burst.rate = 0.1
      logger.kafka.filter.burst.maxBurst = 50
      # Tells of each silent partition whenever its clock runs on, twenty times a second.
      logger.source.name = org.apache.flink.streaming.api.operators.SourceOperator
      logger.source.level = WARN
      # A committer registers its metrics anew for every checkpoint, under the same names.
      logger.metricgroup.name = org.apache.flink.metrics.MetricGroup
      logger.metricgroup.level = ERROR
      """;

  private final ClusterDirectory directory;

  ConfigurationFile(ClusterDirectory directory) {
    this.directory = directory;
  }

  private Path file() {
    return in(directory.configuration());
  }

  private static Path in(Path configuration) {
    return configuration.resolve("config.yaml");
  }

  /** Whether this program has written the configuration that is in a directory. */
  static boolean isOurs(Path configuration) {
    try {
      return Files.readString(in(configuration)).startsWith(AUTHOR);
    } catch (IOException e) {
      return false; // none, or none of text
    }
  }

  Path log4j() {
    return directory.configuration().resolve("log4j2.properties");
  }

  /** Writes both files, with the ports of the last time where those are still free. */
  void write(ClusterSettings settings) {
    put(file(), text(settings, port(RPC_PORT, 0), port(WEB_PORT, settings.webPort())));
    put(log4j(), LOG4J);
  }

  /** Insists that running processes were started with these settings. */
  void requireSame(ClusterSettings settings) {
    int web = settings.webPort() == 0 ? webPort() : settings.webPort();
    if (!text(settings, recorded(RPC_PORT), web).equals(read())) {
      throw new ClusterException(
          "the cluster in %s is running with other settings than these; stop it first, or repeat those of its start (%s)"
              .formatted(directory.root(), file()));
    }
  }

  int webPort() {
    return recorded(WEB_PORT);
  }

  private int port(String key, int wanted) {
    if (wanted != 0) {
      return wanted;
    }
    int last = Files.exists(file()) ? recorded(key) : 0;
    long seed = (directory.root() + key).hashCode();
    return last != 0 && FreePort.isFree(last) ? last : FreePort.find(seed);
  }

  /**
   * The options of Flink's {@code env.java.opts} for a JVM, which Flink leaves to whoever starts
   * it.
   *
   * @param role {@code jobmanager}, {@code taskmanager} or {@code client}
   */
  List<String> javaOptions(String role) {
    return Stream.of("all", role)
        .map(part -> setting("env.java.opts." + part))
        .flatMap(Optional::stream)
        .flatMap(options -> Stream.of(options.split(" +")))
        .filter(option -> !option.isEmpty())
        .toList();
  }

  private int recorded(String key) {
    return setting(key).map(Integer::parseInt).orElse(0);
  }

  private Optional<String> setting(String key) {
    return read()
        .lines()
        .filter(line -> line.startsWith(key + ": "))
        .map(line -> line.substring(key.length() + 3, line.length() - 1).replace("''", "'"))
        .findFirst();
  }

  private String text(ClusterSettings settings, int rpcPort, int webPort) {
    Map<String, String> all = new TreeMap<>();
    addNetwork(all, rpcPort, webPort);
    addFiles(all);
    all.put("taskmanager.numberOfTaskSlots", Integer.toString(settings.slots()));
    // A job smaller than the cluster uses all of its processes, not the slots of one.
    all.put("taskmanager.load-balance.mode", "SLOTS");
    all.put("jobmanager.memory.process.size", "1024m");
    all.put("taskmanager.memory.process.size", "1536m");
    // State is on the heap: no state backend here would use managed memory.
    all.put("taskmanager.memory.managed.size", "0b");
    all.put("execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");
    all.putAll(settings.flink());
    return HEAD
        + all.entrySet().stream()
            .map(e -> e.getKey() + ": '" + e.getValue().replace("'", "''") + "'\n")
            .collect(Collectors.joining());
  }

  private static void addNetwork(Map<String, String> all, int rpcPort, int webPort) {
    all.put("jobmanager.rpc.address", LOOPBACK);
    all.put(RPC_PORT, Integer.toString(rpcPort));
    all.put("jobmanager.bind-host", LOOPBACK);
    all.put("rest.address", LOOPBACK);
    all.put("rest.bind-address", LOOPBACK);
    all.put(WEB_PORT, Integer.toString(webPort));
    // A page of another origin may neither read the answers nor upload a jar, which would run.
    all.put("web.access-control-allow-origin", "http://" + LOOPBACK + ":" + webPort);
    all.put("web.submit.enable", "false");
    all.put("taskmanager.host", LOOPBACK);
    all.put("taskmanager.bind-host", LOOPBACK);
  }

  private void addFiles(Map<String, String> all) {
    all.put("io.tmp.dirs", directory.temporary().toString());
    all.put("process.working-dir", directory.temporary().toString());
    all.put("execution.checkpointing.dir", RetainedState.uri(directory.checkpoints()));
    all.put("execution.checkpointing.savepoint-dir", RetainedState.uri(directory.savepoints()));
  }

  private static void put(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new ClusterException("cannot write " + file + ": " + e, e);
    }
  }

  private String read() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      throw new ClusterException(
          "there is no cluster in %s: start one with cluster start".formatted(directory.root()), e);
    }
  }
}
