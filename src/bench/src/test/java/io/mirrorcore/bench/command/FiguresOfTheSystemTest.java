package io.mirrorcore.bench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresOfTheSystemTest {

  @Test
  void theTimeOfEndedProcessesIsReadBehindWhateverAProgramIsCalled() {
    String stat = "77 (a) b (c) S 1 77 77 0 -1 4 500 600 0 0 12 13 250 50 20 0 9 0 123 456 789";

    assertThat(StartupRun.ended(stat)).isEqualTo(3.0);
  }

  @Test
  void aBusyMachineIsWarnedOf() {
    MachineLoad busy = new MachineLoad();
    busy.add(0.05);
    busy.add(0.45);
    MachineLoad quiet = new MachineLoad();
    quiet.add(0.02);

    assertThat(busy.words()).contains("25 % of", "WARNING");
    assertThat(quiet.words()).contains("2 % of").doesNotContain("WARNING");
  }

  @Test
  void aSystemThatTellsNoLoadIsNotTakenForQuiet() {
    MachineLoad unknown = new MachineLoad();
    unknown.add(-1);
    unknown.add(Double.NaN);

    assertThat(unknown.words()).contains("not told");
    assertThat(unknown.mean()).isNaN();
  }

  @Test
  void samplesAreCountedByThreadPackageAndNearestClassOfTheProject() {
    ProcessorProfile profile = ProcessorProfile.empty();
    profile.add("symbol (1/2)#0", List.of("java.util.HashMap", "io.mirrorcore.jobs.A"));
    profile.add("symbol (2/2)#0", List.of("io.mirrorcore.jobs.A", "io.mirrorcore.jobs.B"));
    profile.add("reader", List.of("java.util.TreeMap"));
    profile.add("reader", List.of());

    assertThat(profile.words())
        .startsWith("3 samples")
        .contains(" 66.7 %  symbol", " 66.7 %  java.util", " 66.7 %  io.mirrorcore.jobs.A")
        .doesNotContain("jobs.B");
  }
}
