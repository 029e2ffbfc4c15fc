package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.jobs.wire.vendor.Presets;
import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of the page on vendors' files, typed over the longest of that vendor's samples. */
class VendorFilesTest {

  private static final Path PAGE = Path.of("../../src/docs/files.md");
  private static final Path SAMPLES =
      Path.of("../../jobs/src/test/resources/io/mirrorcore/jobs/vendor");

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\|.*\\| `\\./mirrorcore ([^`]+)` \\|$");

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path directory;

  static Stream<Arguments> lines() throws IOException {
    List<Arguments> lines = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        lines.add(Arguments.of(row.group(1), row.group(2)));
      }
    }
    assertThat(lines).hasSameSizeAs(Presets.all());
    return lines.stream();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void givesAResult(String preset, String line) throws Exception {
    List<String> words = words(line);
    assertThat(words).contains("--preset", preset);
    for (int i = 1; i < words.size(); i++) {
      switch (words.get(i - 1)) {
        case "--prices", "--ticks", "--returns" ->
            words.set(i, sample(preset, words.get(i)).toString());
        case "--out" -> words.set(i, directory.resolve(words.get(i)).toString());
        default -> {
          // As it stands.
        }
      }
    }
    words.addAll(ofAFewRecords(words.get(0)));

    CommandLineRun run = CommandLineRun.of(words.toArray());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("refused");
  }

  /** A sample is of a few records, of which no window of a year is full. */
  private static List<String> ofAFewRecords(String command) {
    return command.equals("backtest")
        ? List.of(
            "--train=3",
            "--test=1",
            "--set=ensemble.min-observations=3",
            "--set=ensemble.resample.mean-block=2")
        : List.of();
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }

  /** The sample of the name that stands there, or else the longest of the preset. */
  private static Path sample(String preset, String name) throws IOException {
    assertThat(Presets.named(preset).map(Preset::name)).hasValue(preset);
    Path named = SAMPLES.resolve(preset).resolve(name);
    if (Files.exists(named)) {
      return named;
    }
    try (Stream<Path> files = Files.list(SAMPLES.resolve(preset))) {
      return files
          .filter(file -> !file.toString().endsWith(".plain"))
          .max(Comparator.comparingLong((Path file) -> file.toFile().length()))
          .orElseThrow();
    }
  }
}
