package io.mirrorcore.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The documentation's test of a user's strategy in a job, compiled and run as its README says. */
class ExampleJobTest {

  private static final Path EXAMPLE = Path.of("..", "src", "docs", "examples", "my-strategy");

  @TempDir private Path directory;

  private static void run(String tool, List<String> arguments) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int exit =
        ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
    assertThat(exit).as("%s: %s", tool, said).isZero();
  }

  private Path compiled(String name, Path source, String classPath) {
    Path classes = directory.resolve(name);
    run(
        "javac",
        List.of(
            "--release=17",
            "-proc:none",
            "-cp",
            classPath,
            "-d",
            classes.toString(),
            EXAMPLE.resolve(source).toString()));
    return classes;
  }

  @Test
  void theStrategyIsTestedInAJobOnFlinksMiniCluster() throws Exception {
    String classPath = System.getProperty("java.class.path");
    Path strategy = compiled("strategy", Path.of("src/com/example/BuyTheDip.java"), classPath);
    Path jar = directory.resolve("buy-the-dip.jar");
    String classes = strategy.toString();
    run(
        "jar",
        List.of(
            "--create", "--file=" + jar, "-C", classes, ".", "-C", EXAMPLE.toString(), "META-INF"));
    Path test = compiled("test", Path.of("test/com/example/BuyTheDipJobTest.java"), classPath);
    System.setProperty("strategy.jar", jar.toString());
    try {
      SummaryGeneratingListener outcome = execute(test, "com.example.BuyTheDipJobTest");
      assertThat(outcome.getSummary().getFailures())
          .as("%s", outcome.getSummary().getFailures().stream().map(f -> f.getException()).toList())
          .isEmpty();
      assertThat(outcome.getSummary().getTestsSucceededCount()).isEqualTo(1);
    } finally {
      System.clearProperty("strategy.jar");
    }
  }

  private static SummaryGeneratingListener execute(Path classes, String name) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    SummaryGeneratingListener outcome = new SummaryGeneratingListener();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      Launcher launcher = LauncherFactory.create();
      launcher.execute(
          LauncherDiscoveryRequestBuilder.request()
              .selectors(DiscoverySelectors.selectClass(loader.loadClass(name)))
              .build(),
          outcome);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    return outcome;
  }
}
