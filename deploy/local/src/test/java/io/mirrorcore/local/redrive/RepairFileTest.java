package io.mirrorcore.local.redrive;

import static io.mirrorcore.local.redrive.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairFileTest {

  private static final Redrive REDRIVE =
      new Redrive(KafkaPlan.of(Settings.defaults()), ParserSettings.DEFAULT, Letters.TIME);

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("letters.jsonl");
  }

  @Test
  void showsTextAsTextAndOtherBytesAsBase64() throws IOException {
    RepairFile.write(
        file,
        List.of(
            letter("prices", 7, RejectReason.MALFORMED, "{\"close\": caf\u00e9}\n"),
            letter("ticks", 8, RejectReason.MALFORMED, new byte[] {(byte) 0xFF, 0})));

    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"topic\":\"prices\",\"partition\":0,\"offset\":7,\"reason\":\"MALFORMED\","
                + "\"detail\":\"detail\",\"payload\":\"{\\\"close\\\": caf\u00e9}\\n\"}",
            "{\"topic\":\"ticks\",\"partition\":0,\"offset\":8,\"reason\":\"MALFORMED\","
                + "\"detail\":\"detail\",\"payloadBase64\":\"/wA=\"}");
  }

  @Test
  void whatIsWrittenReadsBackByteForByte() throws IOException {
    RepairFile.write(file, List.of(letter("prices", 7, RejectReason.LATE, Letters.BAR)));

    List<RepairFile.Judged> lines = RepairFile.read(file, REDRIVE);

    assertThat(lines).hasSize(1);
    assertThat(text(lines.get(0))).isEqualTo(Letters.BAR);
  }

  @Test
  void aPayloadMayBeRepairedIntoAnObject() throws IOException {
    Files.writeString(file, "{\"topic\":\"prices\",\"payload\":" + Letters.BAR + "}\n");

    assertThat(text(RepairFile.read(file, REDRIVE).get(0)))
        .contains("\"symbol\":\"GOOG\"", "\"high\":749.99", "\"time\":1450967460000");
  }

  @Test
  void bytesThatNobodyTouchedAreSentAsTheyAre() throws IOException {
    String base64 = java.util.Base64.getEncoder().encodeToString(Letters.bytes(Letters.BAR));
    Files.writeString(file, "{\"topic\":\"prices\",\"payloadBase64\":\"" + base64 + "\"}");

    assertThat(text(RepairFile.read(file, REDRIVE).get(0))).isEqualTo(Letters.BAR);
  }

  @Test
  void everyLineThatCannotBeSentIsNamedWithItsReason() throws IOException {
    Files.write(
        file,
        List.of(
            "",
            "{\"topic\":\"prices\",\"payload\":" + Letters.BAR + "}",
            "no JSON",
            "{\"topic\":\"prices\"}",
            "{\"payload\":" + Letters.BAR + "}",
            "{\"topic\":\"prices\",\"payload\":\"{}\"}",
            "[]",
            "null",
            "{\"topic\":\"prices\",\"payload\":{\"high\":[{}]}}"));

    assertThat(RepairFile.read(file, REDRIVE))
        .extracting(line -> line.number() + " " + line.verdict().reason())
        .containsExactly(
            "2 ",
            "3 MALFORMED",
            "4 MISSING_FIELD",
            "5 UNKNOWN_TOPIC",
            "6 MISSING_FIELD",
            "7 MALFORMED",
            "8 MALFORMED",
            "9 MISSING_FIELD");
  }

  private static String text(RepairFile.Judged line) {
    return new String(line.verdict().resend().orElseThrow().payload(), StandardCharsets.UTF_8);
  }
}
