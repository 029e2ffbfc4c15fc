package io.mirrorcore.jobs.config.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  private static final Path PAGE = Path.of("..", "src", "docs", "upgrade-0.2.md");

  @Test
  void everyDefaultOfTheFirstReleaseStandsOnThePageForWhoComesFromIt() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(Release.FIRST.defaults())
        .isNotEmpty()
        .allSatisfy(
            (key, value) -> {
              assertThat(page).contains(key + ": " + value);
              assertThat(ConfigKeys.of(key).parse(List.of(value)))
                  .as(key + " may have that value")
                  .isPresent();
            });
    assertThat(StrategyKeys.COMPATIBILITY.description())
        .contains(
            Release.FIRST.defaults().keySet().stream()
                .map(key -> key.substring(key.indexOf('.') + 1))
                .toArray(String[]::new));
  }
}
