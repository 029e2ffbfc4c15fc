package io.mirrorcore.jobs.wire.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

  @Test
  void leavesPlainTextAsItIs() {
    assertThat(CsvText.cell("UT_BOT")).isEqualTo("UT_BOT");
    assertThat(CsvText.cell("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "say \"no\"", "two\nlines", ",", "\"", "a\tb"})
  void quotesWhatTheReaderGivesBack(String text, @TempDir Path directory) throws IOException {
    Path file = directory.resolve("cells.csv");
    String content = "symbol,label\nX," + CsvText.cell(text) + "\n";
    Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    try (CsvFile csv = CsvFile.open(file, List.of("symbol"))) {
      assertThat(csv.next().cell("label")).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.1", "1.0", "-2.5E-9", "123456.789"})
  void writesNumbersThatReadBackToTheBit(double value) {
    assertThat(Double.parseDouble(CsvText.number(value))).isEqualTo(value);
  }
}
