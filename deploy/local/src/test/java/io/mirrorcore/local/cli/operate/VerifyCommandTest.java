package io.mirrorcore.local.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.local.cli.CommandLineRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  private static final Path RECORDS =
      Path.of("../../jobs/src/test/resources/io/mirrorcore/jobs/wire/json/weights.jsonl");

  @TempDir private Path directory;

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(directory.resolve(name), lines);
  }

  @Test
  void saysHowManyAreProven() {
    CommandLineRun run = CommandLineRun.of("verify", RECORDS.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("12 records of weights: 12 proven (largest residual");
  }

  @Test
  void readsPackedFiles() throws IOException {
    Path packed = directory.resolve("w.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(RECORDS));
    }
    assertThat(CommandLineRun.of("verify", packed.toString()).exitCode()).isZero();
  }

  @Test
  void namesTheRecordThatFailsAndWhy() throws IOException {
    List<String> lines = Files.readAllLines(RECORDS);
    String forged = lines.get(1).replaceFirst("\"ALPHA\":0\\.25651", "\"ALPHA\":0.25652");
    assertThat(forged).isNotEqualTo(lines.get(1));
    Path file = file("w.jsonl", List.of(lines.get(0), "", forged));
    CommandLineRun run = CommandLineRun.of("verify", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("refused " + file + ":3: main 1970-02-08T00:00:00Z: weights must add up to 1")
        .contains("2 records of weights: 1 proven")
        .contains("1 refused");
  }

  @Test
  void countsWhatHasNoProofApart() throws IOException {
    String line = Files.readAllLines(RECORDS).get(0);
    String bare = line.replaceFirst("\"problem\"", "\"renamed\"");
    Path file = file("w.jsonl", List.of(line, bare));
    CommandLineRun run = CommandLineRun.of("verify", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("the record carries no problem", "1 without a proof, of which nothing is known");
    assertThat(CommandLineRun.of("verify", "--allow-unproven", file.toString()).exitCode())
        .isZero();
  }

  @Test
  void saysThatNothingWasChecked() throws IOException {
    Path other = file("alerts.jsonl", List.of("{\"level\":\"INFO\",\"key\":\"A\"}"));
    CommandLineRun run = CommandLineRun.of("verify", other.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualToIgnoringNewLines(
            "Nothing was checked: there is no record of weights; 1 of other topics passed over.");
    assertThat(CommandLineRun.of("verify", "--portfolio=none", RECORDS.toString()).out())
        .startsWith("Nothing was checked");
  }

  @Test
  void namesAFileThatIsNotThere() {
    CommandLineRun run = CommandLineRun.of("verify", "nowhere.jsonl");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("there is no file nowhere.jsonl");
  }

  @Test
  void writesEveryRecordAsJson() {
    CommandLineRun run = CommandLineRun.of("verify", "--format=json", RECORDS.toString());
    assertThat(run.out().lines()).hasSize(12).allMatch(line -> line.contains("\"PROVEN\""));
    assertThat(run.err()).contains("12 records of weights");
  }
}
