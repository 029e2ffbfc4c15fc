package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.plan.RunPlan;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.topology.Outputs.Output;
import io.mirrorcore.jobs.topology.file.FileInputs;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy in a jar of its own runs beside those that are built in. */
class OwnStrategyTest {

  private static final String ID = "\"BUY_THE_DIP\"";
  private static final Path PRICES = Path.of("../../src/reference/us-daily-prices-sample.csv.gz");

  @TempDir private static Path directory;

  private static Settings builtInOnly;
  private static Settings withOwn;
  private static CollectedOutputs before;
  private static CollectedOutputs outputs;

  @BeforeAll
  static void runOnceWithoutAndOnceWithTheJar() throws Exception {
    builtInOnly =
        Settings.defaults()
            .with(Map.of("bars.interval", "1d", "bars.per-day", 1, "signals.emit", "all"));
    Path jar = ExampleJar.build(directory);
    withOwn = builtInOnly.with(Map.of("strategies.jars", jar, "strategies.BUY_THE_DIP.dip", 0.08));
    before = run(builtInOnly, offline(builtInOnly));
    outputs = run(withOwn, offline(withOwn));
  }

  private static Configuration offline(Settings settings) {
    return JobEnvironment.offline(RunPlan.of(settings));
  }

  private static CollectedOutputs run(Settings settings, Configuration flink) throws Exception {
    CollectedOutputs outputs = new CollectedOutputs();
    JobPlan plan = JobPlan.of(settings);
    FileInputs inputs = new FileInputs(plan, Map.of(RecordKind.BAR, PRICES));
    try (LocalJob job = LocalJob.start(flink, plan, inputs, outputs)) {
      job.await();
    }
    return outputs;
  }

  @Test
  void itsSignalsComeOut() {
    List<String> own =
        lines(outputs, Output.SIGNALS).stream().filter(OwnStrategyTest::isOwn).toList();

    assertThat(own)
        .hasSize(12 * 631)
        .anyMatch(line -> line.contains("\"action\":\"BUY\"") && line.contains("\"fall\":"))
        .anyMatch(line -> line.contains("\"label\":\"WARMUP\""))
        .noneMatch(line -> line.contains("\"action\":\"SELL\""));
  }

  @Test
  void itsParameterIsTheOneOfTheConfiguration() {
    assertThat(lines(outputs, Output.SIGNALS))
        .filteredOn(line -> isOwn(line) && line.contains("\"action\":\"BUY\""))
        .allSatisfy(line -> assertThat(number(line, "\"fall\"")).isGreaterThanOrEqualTo(0.08));
  }

  @Test
  void theSignalsOfOthersAreTheSameToTheByte() {
    Map<String, List<String>> others = outputs.byKey(Output.SIGNALS);
    others.replaceAll((key, all) -> all.stream().filter(line -> !isOwn(line)).toList());

    assertThat(others).isEqualTo(before.byKey(Output.SIGNALS)).hasSize(12);
  }

  @Test
  void itHasReturnsAndWeights() {
    assertThat(lines(outputs, Output.STRATEGY_RETURNS))
        .isNotEmpty()
        .allMatch(line -> line.contains(ID + ":"))
        .anyMatch(line -> number(line, ID) > 0)
        .anyMatch(line -> number(line, ID) < 0);
    assertThat(lines(outputs, Output.WEIGHTS)).isNotEmpty().allMatch(line -> line.contains(ID));
    assertThat(lines(before, Output.STRATEGY_RETURNS)).noneMatch(line -> line.contains(ID));
  }

  @Test
  void aJobWithoutTheJarFailsNamingTheStrategy() {
    Configuration flink = offline(withOwn);
    flink.removeConfig(PipelineOptions.JARS);

    assertThatThrownBy(() -> run(withOwn, flink))
        .isInstanceOf(ExecutionException.class)
        .hasStackTraceContaining("strategies [BUY_THE_DIP] must be in the classes shipped");
  }

  private static boolean isOwn(String line) {
    return line.contains("\"strategy\":" + ID);
  }

  /** The first number by that name, in quotes, of a JSON object. */
  private static double number(String line, String name) {
    return Double.parseDouble(line.replaceAll("^.*?" + name + ":([-0-9.eE]+).*$", "$1"));
  }

  private static List<String> lines(CollectedOutputs outputs, Output output) {
    return outputs.byKey(output).values().stream().flatMap(List::stream).toList();
  }
}
