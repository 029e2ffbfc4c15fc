package io.mirrorcore.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.jobs.wire.vendor.Presets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read about files of vendors, compared with the presets that there are. */
class FilesPageTest {

  private static final Path PAGE = Path.of("../src/docs/files.md");

  @Test
  void thePageListsThePresetsWithWhatTheyReadAndACommand() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `") && line.contains("./mirrorcore"))
            .toList();
    assertThat(
            rows.stream()
                .map(row -> row.split("\\|", -1)[1].strip() + row.split("\\|", -1)[2].strip()))
        .containsExactlyElementsOf(
            Presets.all().stream()
                .map(preset -> "`" + preset.name() + "`" + preset.about())
                .toList());
    assertThat(rows)
        .allSatisfy(row -> assertThat(row).contains("--preset " + row.split("`", -1)[1] + " "));
  }

  @Test
  void everyPresetSaysOfWhichKindItIs() {
    assertThat(Presets.all())
        .extracting(Preset::name)
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(Presets.named(name)).isPresent());
  }
}
