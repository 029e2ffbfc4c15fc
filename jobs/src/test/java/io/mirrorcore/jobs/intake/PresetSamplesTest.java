package io.mirrorcore.jobs.intake;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.csv.WireJson;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.returns.ReturnsEvent;
import io.mirrorcore.jobs.wire.returns.ReturnsFile;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.jobs.wire.vendor.Presets;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each preset beside made-up samples of its vendor's forms and what they are in plain form. */
class PresetSamplesTest {

  @TempDir Path scratch;

  static Stream<Arguments> samples() throws Exception {
    List<Arguments> samples = new ArrayList<>();
    for (Preset preset : Presets.all()) {
      try (Stream<Path> files = Files.list(directory(preset))) {
        files
            .filter(file -> !file.toString().endsWith(".plain"))
            .sorted()
            .forEach(
                file -> samples.add(Arguments.of(preset.name(), file.getFileName().toString())));
      }
    }
    return samples.stream();
  }

  private static Path directory(Preset preset) throws URISyntaxException {
    return Path.of(
        PresetSamplesTest.class.getResource("/io/mirrorcore/jobs/vendor/" + preset.name()).toURI());
  }

  @Test
  void thereAreNineteen() {
    assertThat(Presets.all()).hasSize(19);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleGivesTheRecordsOfThePlainForm(String name, String file) throws Exception {
    Preset preset = Presets.named(name).orElseThrow();
    Path sample = directory(preset).resolve(file);
    Path plain = directory(preset).resolve(file.replaceFirst("\\.[^.]*$", ".plain"));
    RecordKind kind = preset.mapping().kind();
    VendorInput input = new VendorInput(List.of(sample), preset.mapping(), "");
    try (PlainFiles files =
            kind == null
                ? PlainFiles.of(Map.of(), input, InputTimes.DEFAULT, scratch, 0)
                : PlainFiles.of(Map.of(kind, input), null, InputTimes.DEFAULT, scratch, 0);
        Intake intake =
            Intake.of(
                new IntakePlan(ParserSettings.DEFAULT, Duration.ZERO, scratch, false), files)) {
      String read =
          kind == null ? returns(intake.returns()) : events(intake.market().get(kind), kind);
      String expected = kind == null ? returns(plain) : events(plain, kind);
      assertThat(read).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsTakenForItsVendors(String name, String file) throws Exception {
    Preset preset = Presets.named(name).orElseThrow();
    Path sample = directory(preset).resolve(file);
    assertThat(PresetFit.of(sample, preset.mapping().kind()).map(Preset::name))
        .hasValueSatisfying(found -> assertThat(found).isIn(name, twin(name)));
  }

  /** The plain CSV of Stooq's page is Yahoo's but for the name of the file. */
  private static String twin(String name) {
    return switch (name) {
      case "stooq" -> "yahoo";
      case "fx" -> "tradingview";
      default -> name;
    };
  }

  private static String events(Path file, RecordKind kind) throws IOException {
    RecordParser parser = new RecordParser(ParserSettings.DEFAULT);
    List<String> events = new ArrayList<>();
    try (CsvFile rows = CsvFile.open(file, kind)) {
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        events.add(text(parser.parse(kind, row.source(), row)));
      }
    }
    return events.stream().sorted().collect(joining("\n"));
  }

  private static String text(MarketEvent event) {
    return event instanceof AdmittedEvent admitted
        ? switch (admitted.kind()) {
          case BAR -> admitted.bar().toString();
          case TICK -> new String(WireJson.tick(admitted.tick()), StandardCharsets.UTF_8);
          case OPTION -> admitted.option().toString();
          case ADJUSTMENT -> admitted.adjustment().toString();
        }
        : ((RejectedEvent) event).detail();
  }

  private static String returns(Path file) throws IOException {
    List<String> events = new ArrayList<>();
    try (ReturnsFile records = ReturnsFile.open(file, 65_536, InputTimes.DEFAULT)) {
      for (ReturnsEvent e = records.next(); e != null; e = records.next()) {
        events.add(e.isRejected() ? e.detail() : e.returns().toString());
      }
    }
    return String.join("\n", events);
  }
}
