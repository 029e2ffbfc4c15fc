package io.mirrorcore.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.ConfiguredStrategy;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A job goes on from the savepoint of a release as if it had never stopped, whatever has been
 * switched on or off meanwhile. Savepoints are written by {@link WriteSavepoint}.
 */
class SavepointTest {

  private static final Settings BEFORE = FixtureMarket.settings();
  private static final long FIRST_AFTER = FixtureMarket.START + FixtureMarket.CUT * 60_000L;
  private static final List<Topic> ORDERED =
      List.of(Topic.SIGNALS, Topic.STRATEGY_RETURNS, Topic.WEIGHTS, Topic.POSITIONS, Topic.ALERTS);

  @TempDir private static Path directory;
  private static Path newest;
  private static CollectedOutputs whole;

  @BeforeAll
  static void runWithoutInterruption() throws Exception {
    List<String> releases = Savepoints.releases();
    newest = Savepoints.unpacked(releases.get(releases.size() - 1), directory);
    whole = run(BEFORE, null);
  }

  private static CollectedOutputs run(Settings settings, Path savepoint) throws Exception {
    GatedInputs inputs = new GatedInputs(new FixtureMarket().topics(), Long.MAX_VALUE);
    return Savepoints.run(settings, inputs, savepoint);
  }

  static List<String> releases() throws IOException {
    return Savepoints.releases();
  }

  @Test
  void everyStrategyHasSomethingToForget() {
    for (ConfiguredStrategy configured : BEFORE.strategies()) {
      List<String> own = List.of(configured.strategy().id());
      assertThat(first(whole, own)).doesNotContain("\"label\":\"WARMUP\"");
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyReleaseRestoresAndGoesOn(String release) throws Exception {
    CollectedOutputs rest = run(BEFORE, Savepoints.unpacked(release, directory));

    for (Topic topic : ORDERED) {
      assertThat(rest.byKey(topic).keySet())
          .as(topic.name())
          .isEqualTo(whole.byKey(topic).keySet());
    }
    List<String> weights = rest.byKey(Topic.WEIGHTS).get("main");
    assertThat(weights).hasSizeGreaterThan(3);
    assertThat(time(weights.get(0))).isGreaterThanOrEqualTo(FIRST_AFTER);
    assertThat(rest.sorted(Topic.DEAD_LETTER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void theNewestGoesOnAsIfItHadNeverStopped(int parallelism) throws Exception {
    CollectedOutputs rest = run(BEFORE.with("job.parallelism", parallelism), newest);

    for (Topic topic : ORDERED) {
      assertThat(uncounted(rest.byKey(topic)))
          .as(topic.name())
          .isNotEmpty()
          .isEqualTo(uncounted(after(whole.byKey(topic), line -> true)));
    }
    assertThat(rest.byKey(Topic.WEIGHTS).get("main").get(0)).contains("\"sequence\":1,");
  }

  /** Release 0.1 did not count its results: the count begins with the restart. */
  private static Map<String, List<String>> uncounted(Map<String, List<String>> byKey) {
    byKey.replaceAll(
        (key, lines) ->
            lines.stream().map(line -> line.replaceFirst(",\"sequence\":\\d+", "")).toList());
    return byKey;
  }

  @Test
  void strategiesSwitchedOnOrOffTouchNoOther() throws Exception {
    CollectedOutputs rest =
        run(
            BEFORE.with(
                Map.of(
                    "strategies.UT_BOT.enabled", false,
                    "strategies.CAUSALITY_DETECTOR.enabled", false,
                    "strategies.MOMENTUM_BREAKOUT.enabled", true,
                    "strategies.MOMENTUM_BREAKOUT.lookback", 10,
                    "strategies.CORRELATION_MATRIX.enabled", true,
                    "strategies.CORRELATION_MATRIX.lead-window", 20)),
            newest);

    List<String> gone = List.of("UT_BOT", "CAUSALITY_DETECTOR");
    List<String> come = List.of("MOMENTUM_BREAKOUT", "CORRELATION_MATRIX");
    assertThat(signals(rest, line -> !isOf(line, come)))
        .isEqualTo(signals(whole, line -> !isOf(line, gone)));
    assertThat(lines(rest)).noneMatch(line -> isOf(line, gone));
    for (String id : come) {
      List<String> own = lines(rest).stream().filter(line -> isOf(line, List.of(id))).toList();
      assertThat(own.subList(0, 4)).allMatch(line -> line.contains("\"label\":\"WARMUP\""));
    }
    assertThat(lines(rest))
        .anyMatch(line -> isOf(line, come) && !line.contains("\"label\":\"WARMUP\""));
    assertThat(rest.byKey(Topic.WEIGHTS).get("main"))
        .isNotEmpty()
        .allMatch(line -> line.contains("\"MOMENTUM_BREAKOUT\":") && !line.contains("\"UT_BOT\""));
  }

  @Test
  void oneWithOtherParametersStartsAgainAndTheLogSaysSo() throws Exception {
    Settings after = BEFORE.with(Map.of("strategies.MEAN_REVERSION.bb-period", 21));
    CollectedOutputs rest;
    List<String> log;
    try (WarningLog warnings = WarningLog.of("io.mirrorcore.jobs.state.StateCell")) {
      rest = run(after, newest);
      log = warnings.messages();
    }

    List<String> own = List.of("MEAN_REVERSION");
    assertThat(signals(rest, line -> !isOf(line, own)))
        .isEqualTo(signals(whole, line -> !isOf(line, own)));
    assertThat(first(rest, own)).contains("\"label\":\"WARMUP\"");
    assertThat(log)
        .hasSize(4) // one a symbol
        .allMatch(
            line ->
                line.startsWith(
                    "State of MEAN_REVERSION was written with other parameters or in another"
                        + " layout"))
        .allMatch(line -> line.endsWith("it starts again and warms up."));
  }

  /** What a strategy knew is gone with its edition; what it has earned stays its own. */
  @Test
  void oneThatChangesItsEditionStartsAgainAndItsReturnsGoOn() throws Exception {
    List<String> own = List.of("VOLUME_SR", "BAYESIAN_UPDATER", "LIQUIDITY_FLOW");
    Settings after = BEFORE.with("strategies.VOLUME_SR.edition", 2);
    after = after.with("strategies.BAYESIAN_UPDATER.edition", 2);
    after = after.with("strategies.LIQUIDITY_FLOW.edition", 2);
    CollectedOutputs rest;
    List<String> log;
    try (WarningLog warnings = WarningLog.of("io.mirrorcore.jobs.state.StateCell")) {
      rest = run(after, newest);
      log = warnings.messages();
    }

    assertThat(signals(rest, line -> !isOf(line, own)))
        .isEqualTo(signals(whole, line -> !isOf(line, own)));
    for (String id : own) {
      assertThat(first(rest, List.of(id))).contains("\"label\":\"WARMUP\"");
    }
    // Weights within 20 bars of the restore are from returns that were earned before it.
    String weights = rest.byKey(Topic.WEIGHTS).get("main").get(0);
    assertThat(time(weights)).isLessThan(FIRST_AFTER + 20 * FixtureMarket.MINUTE);
    assertThat(weights).contains("\"BAYESIAN_UPDATER\":");
    for (String id : own) {
      assertThat(log).anyMatch(line -> line.startsWith("State of " + id + " was written with"));
    }
  }

  private static String first(CollectedOutputs outputs, List<String> ids) {
    return after(outputs.byKey(Topic.SIGNALS), line -> isOf(line, ids)).get("ALFA").get(0);
  }

  private static Map<String, List<String>> signals(
      CollectedOutputs outputs, Predicate<String> chosen) {
    Map<String, List<String>> signals = after(outputs.byKey(Topic.SIGNALS), chosen);
    assertThat(signals).hasSize(4);
    return signals;
  }

  private static List<String> lines(CollectedOutputs outputs) {
    List<String> all = new ArrayList<>();
    outputs.byKey(Topic.SIGNALS).values().forEach(all::addAll);
    return all;
  }

  private static boolean isOf(String signal, List<String> ids) {
    return ids.stream().anyMatch(id -> signal.contains("\"strategy\":\"" + id + "\""));
  }

  /** The chosen lines of bars that the savepoint had not seen the end of. */
  private static Map<String, List<String>> after(
      Map<String, List<String>> byKey, Predicate<String> chosen) {
    byKey.replaceAll(
        (key, lines) ->
            lines.stream().filter(line -> time(line) >= FIRST_AFTER).filter(chosen).toList());
    byKey.values().removeIf(List::isEmpty);
    return byKey;
  }

  private static long time(String line) {
    return Long.parseLong(line.replaceAll("^.*?\"time\":(-?\\d+).*$", "$1"));
  }
}
