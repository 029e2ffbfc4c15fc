package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.fuzz.Budget;
import io.mirrorcore.jobs.fuzz.ByteMutator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations as they are after a long night: valid, or refused in sentences. */
class SettingsFuzzTest {

  private static final List<String> SEED =
      Arrays.asList(
          """
          kafka.bootstrap.servers: localhost:9092
          kafka:
            security.protocol: SASL_SSL
            sasl.jaas.config: ${env:NOBODY}
          topics: {prices: p, weights: w}
          job:
            name: night
            parallelism: 2
            inputs: [prices, ticks]
            delivery: exactly-once
            checkpoint-interval: 2s
          bars: {interval: 1m, zone: America/New_York, close: "16:00", per-day: 390}
          time.out-of-orderness: 1s
          portfolios:
            main: "*"
            tech: [A*, GOOG]
          returns:
            cost: 0.0005
            costs: {BTC: 0.001}
          strategies:
            UT_BOT: {enabled: true}
            MOMENTUM_BREAKOUT.lookback: 20
          regimes.mixed.cap: 0.4
          """
              .split("\n"));

  private static final List<String> VALUES =
      List.of(
          "",
          "null",
          "~",
          "NaN",
          ".inf",
          "-1",
          "0",
          "1e999",
          "0x1F",
          "0o17",
          "1_000",
          "99999999999999999999999",
          "999999999999999d",
          "1h 5m",
          "yes",
          "'single",
          "\"double",
          "\"\\0\"",
          "\"\\x1b[31m\"",
          "\"a\\nb\"",
          "| \n    text\n    more",
          "> folded",
          "[]",
          "{}",
          "[[1]]",
          "[a, a]",
          "{a: {b: {c: 1}}}",
          "&x 1",
          "*x",
          "!!java.net.URL http://localhost",
          "!!binary aGVsbG8=",
          "2001-12-14t21:59:43.10-05:00",
          "Mars/Olympus",
          "25:61",
          "${env:HOME}",
          "${file:/\\0}",
          "\u2028",
          "\ud83d\ude00",
          "<<",
          "? a",
          "- a",
          "%TAG",
          "@",
          "`");

  @TempDir private Path directory;

  @Test
  void everyTextIsSettingsOrSentences() {
    SplittableRandom random = new SplittableRandom(5_000);
    int valid = 0;
    int problems = 0;
    for (int i = 0; i < Budget.percent(3); i++) {
      String yaml = damaged(random);
      try {
        Settings settings = Settings.parse(yaml, "f.yaml");
        if (valid++ % 50 == 0) { // what is valid prints as something that is
          assertThat(Settings.parse(settings.print(), "printed").print()).isNotBlank();
        }
      } catch (ConfigurationException e) {
        problems += e.sentences().size();
        check(e, yaml);
      }
    }
    assertThat(valid).as("damage that leaves it valid").isPositive();
    assertThat(problems).isGreaterThan(Budget.percent(1));
  }

  private static void check(ConfigurationException e, String yaml) {
    assertThat(e.sentences()).as(yaml).isNotEmpty();
    for (String problem : e.sentences()) {
      assertThat(problem).as(yaml).isNotBlank().hasSizeLessThan(1_200);
      assertThat(problem.chars()).as(yaml).noneMatch(Character::isISOControl);
      assertThat(problem).as(yaml).doesNotContain("com.fasterxml", "org.yaml", "java.lang");
    }
  }

  private static String damaged(SplittableRandom random) {
    List<String> lines = new ArrayList<>(SEED);
    for (int left = random.nextInt(3); left > 0; left--) {
      damage(lines, random);
    }
    String yaml = String.join("\n", lines);
    return random.nextInt(3) > 0
        ? yaml
        : new String(
            ByteMutator.mutate(yaml.getBytes(StandardCharsets.UTF_8), random),
            StandardCharsets.UTF_8);
  }

  private static void damage(List<String> lines, SplittableRandom random) {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    String value = VALUES.get(random.nextInt(VALUES.size()));
    switch (random.nextInt(8)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, " " + line);
      case 3 -> lines.set(at, line.replaceFirst("^(\\s*)([^:]*)", "$1$2x"));
      case 4 -> lines.add(at, value + ": " + value);
      case 5 -> lines.set(at, "\t" + line);
      default -> lines.set(at, line.replaceFirst(":.*", ": ").stripTrailing() + " " + value);
    }
  }

  @Test
  void valuesWithoutMeasureAreSentencesToo() {
    List<String> texts =
        List.of(
            "[".repeat(100_000),
            "a: ".repeat(10_000),
            "- ".repeat(10_000),
            "{a: ".repeat(20_000),
            "job.name: " + "x".repeat(100_000),
            "job.name: [" + "x,".repeat(20_000) + "x]",
            "x".repeat(20_000) + ": 1",
            "strategies." + "x".repeat(20_000) + ".enabled: 1",
            "portfolios." + "x".repeat(20_000) + ": A",
            "job.parallelism: " + "9".repeat(5_000),
            "time.out-of-orderness: " + "9".repeat(5_000) + "s",
            "bars.zone: " + "A/".repeat(5_000),
            "&a [&b [*a, *b], *a]",
            "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
            "%YAML 9.9\n---\na: 1",
            "\ufeffbars.interval: 7s",
            "\u0000",
            "--- a\n--- b");
    for (String yaml : texts) {
      try {
        Settings.parse(yaml, "f.yaml");
      } catch (ConfigurationException e) {
        check(e, yaml.substring(0, Math.min(60, yaml.length())));
      }
    }
  }

  @Test
  void pathsThatNoFileCanHaveAreSentencesToo() {
    for (String path :
        List.of("\"\\0\"", "\"a\\nb\"", "\"" + "x".repeat(5_000) + "\"", "/", "\"\"")) {
      String yaml = "strategies.jars: [" + path + "]";
      try {
        Settings.parse(yaml, "f.yaml");
      } catch (ConfigurationException e) {
        check(e, yaml);
      }
    }
  }

  @Test
  void aFileThatIsNoTextIsOneSentence() throws IOException {
    Path file = directory.resolve("f.yaml");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xFF, (byte) 0xFE});
    try {
      Settings.load(file);
    } catch (ConfigurationException e) {
      assertThat(e.sentences())
          .containsExactly(file + " must be UTF-8 text; save it in that encoding");
      return;
    }
    throw new AssertionError("it must be refused");
  }
}
