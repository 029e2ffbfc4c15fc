package io.mirrorcore.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a line of a document did in a shell.
 *
 * @param exit code
 * @param out what it wrote, standard error too
 */
record Shell(int exit, String out) {

  private static final Path ROOT = Path.of("../..");

  /** Runs a line where the repository is. */
  static Shell run(String line) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("bash", "-o", "pipefail", "-c", line)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Shell(process.waitFor(), out);
  }

  /** Passes over the test where kcat is not installed, unless the environment insists on it. */
  static void requireKcat() throws Exception {
    require(run("command -v kcat").exit() == 0, "kcat is needed: apt-get install kcat");
  }

  /** A Python with confluent-kafka and numpy; without one the test is passed over. */
  static String requirePython() throws Exception {
    Optional<String> python = Optional.empty();
    for (String each : Stream.of("python3", "/usr/bin/python3").toList()) {
      if (python.isEmpty() && run(each + " -c 'import numpy, confluent_kafka'").exit() == 0) {
        python = Optional.of(each);
      }
    }
    require(
        python.isPresent(),
        "a python3 with numpy and confluent-kafka is needed: apt-get install"
            + " python3-confluent-kafka python3-numpy");
    return python.orElseThrow();
  }

  private static void require(boolean installed, String missing) {
    if (!installed && Boolean.parseBoolean(System.getenv("MIRRORCORE_REQUIRE_CONSUMERS"))) {
      throw new AssertionError(missing);
    }
    assumeTrue(installed, missing);
  }
}
