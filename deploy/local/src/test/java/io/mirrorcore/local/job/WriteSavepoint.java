package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the savepoint of a release, which {@link SavepointTest} restores for ever after. No test:
 * it runs only when asked for, once a release, and what it writes is committed with it:
 *
 * <pre>
 * mvn test -pl deploy/local -am -Dtest=WriteSavepoint -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Drelease=0.1.0
 * </pre>
 */
class WriteSavepoint {

  private static final int MOST_BYTES = 300_000;

  @TempDir private Path directory;

  @Test
  @EnabledIfSystemProperty(named = "release", matches = "\\d+\\.\\d+\\.\\d+")
  void ofARelease() throws Exception {
    GatedInputs inputs = new GatedInputs(new FixtureMarket().topics(), FixtureMarket.CUT_TIME);
    Path savepoint =
        Savepoints.take(FixtureMarket.settings(), inputs, new CollectedOutputs(), directory);
    Path file = Savepoints.file(System.getProperty("release"));
    Savepoints.keep(savepoint, file);
    System.out.println("wrote " + file + ", " + Files.size(file) + " bytes");
    assertThat(Files.size(file)).isLessThan(MOST_BYTES);
  }
}
