package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.strategy.Strategy;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** The documentation's example of a user's strategy, built with the commands of its README. */
final class ExampleStrategy {

  private static final Path SOURCES = Path.of("..", "docs", "examples", "my-strategy");

  private ExampleStrategy() {}

  static Path jar(Path directory) throws URISyntaxException {
    Path common =
        Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String classes = directory.resolve("example-classes").toString();
    Path jar = directory.resolve("buy-the-dip.jar");
    run(
        "javac",
        "--release=17",
        "-cp",
        common.toString(),
        "-d",
        classes,
        SOURCES.resolve("src/com/example/BuyTheDip.java").toString());
    run(
        "jar",
        "--create",
        "--file=" + jar,
        "-C",
        classes,
        ".",
        "-C",
        SOURCES.toString(),
        "META-INF");
    return jar;
  }

  private static void run(String tool, String... arguments) {
    assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments))
        .isZero();
  }
}
