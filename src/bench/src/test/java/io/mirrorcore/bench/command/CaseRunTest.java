package io.mirrorcore.bench.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.bench.figure.CaseResult;
import io.mirrorcore.jobs.topic.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker, feed and both jobs in processes of their own; how fast they were is not looked at. */
class CaseRunTest {

  @TempDir private Path directory;

  @Test
  void oneRoundOfAFewThousandTicksGivesAFigureARatioAndAProfile() throws Exception {
    Profiling profiling = Profiling.into(directory, 1);
    List<String> told = new ArrayList<>();

    CaseResult result =
        new CaseRun(1, new MachineLoad(), profiling, told::add).measure(ticks(Map.of()));

    assertThat(result.name()).isEqualTo("json-20");
    assertThat(result.rounds()).isEqualTo(1);
    assertThat(result.value()).isPositive();
    assertThat(result.recordsPerCoreSecond()).isPositive();
    assertThat(result.ratioToPassThrough()).isPositive();
    assertThat(profiling.words()).contains("json-20", "packages of the running method");
    assertThat(told).anyMatch(words -> words.contains("round 1 of 1"));
  }

  @Test
  void aJobThatDoesNotStartIsToldInItsOwnWords() {
    CaseRun run = new CaseRun(1, new MachineLoad(), Profiling.none(), words -> {});

    assertThatThrownBy(() -> run.measure(ticks(Map.of("ensemble.half-life", "soon"))))
        .hasMessageContaining("ensemble.half-life");
  }

  private static BenchCase ticks(Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("job.inputs", "ticks");
    settings.put("bars.from", "ticks");
    settings.put("bars.interval", "1s");
    return new BenchCase("json-20", "ticks", Topic.TICKS, 20, 50, 1_000, 6_000, settings, null);
  }
}
