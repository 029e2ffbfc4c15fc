package io.mirrorcore.local.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.settings.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OwnDirectoryTest {

  private static final Path HOME = Path.of("/home/ann");

  private static Path of(Settings settings, String stateHome) {
    return OwnDirectory.of(settings, stateHome, HOME);
  }

  @Test
  void isTheUsersAndNamedByTheJob() {
    Settings paper = Settings.defaults().with("job.name", "paper");
    assertThat(of(paper, null)).isEqualTo(Path.of("/home/ann/.local/state/mirrorcore/paper"));
    assertThat(of(paper, "/var/state")).isEqualTo(Path.of("/var/state/mirrorcore/paper"));
    assertThat(of(paper, "state")).as("a relative one is ignored").isEqualTo(of(paper, null));
    assertThat(of(paper, "")).isEqualTo(of(paper, null));
  }

  @Test
  void isBelowThatOfTheProgramWhateverTheName() {
    assertThat(of(Settings.defaults().with("job.name", ".."), null).normalize())
        .isEqualTo(Path.of("/home/ann/.local/state/mirrorcore/job.."));
  }

  @Test
  void isWhatTheConfigurationSays() {
    Settings settings = Settings.defaults();
    for (String text : new String[] {"/data/a b", "file:/data/a b", "file:///data/a b"}) {
      assertThat(of(settings.with("job.checkpoint-dir", text), null))
          .isEqualTo(Path.of("/data/a b"));
    }
    assertThatThrownBy(() -> of(settings.with("job.checkpoint-dir", "s3://bucket/x"), null))
        .isInstanceOf(ContinuationException.class)
        .hasMessageContaining("job.checkpoint-dir is s3://bucket/x");
  }
}
