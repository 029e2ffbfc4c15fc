package io.mirrorcore.jobs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Role;
import org.junit.jupiter.api.Test;

class JobIdentityTest {

  private static final Settings NAMED = Settings.defaults().with("job.name", "desk");

  @Test
  void isNamedAsTheJobIs() {
    assertThat(JobIdentity.of(NAMED, Role.PIPELINE)).isEqualTo(new JobIdentity("desk", "desk"));
    assertThat(JobIdentity.of(Settings.defaults(), Role.PIPELINE))
        .as("as the first release had it")
        .isEqualTo(new JobIdentity("mirrorcore", "mirrorcore"));
  }

  @Test
  void ofAnEnsembleIsAnotherThanThatOfThePipelineBesideIt() {
    assertThat(JobIdentity.of(NAMED, Role.ENSEMBLE))
        .isEqualTo(new JobIdentity("desk-ensemble", "desk-ensemble"));
  }

  @Test
  void isWhatTheUserSaysWhereHeDoes() {
    Settings said = NAMED.with("job.group-id", "readers").with("job.transaction-prefix", "writers");
    assertThat(JobIdentity.of(said, Role.ENSEMBLE))
        .isEqualTo(new JobIdentity("readers", "writers"))
        .extracting(JobIdentity::claimGroup)
        .isEqualTo("writers-claim");
  }
}
