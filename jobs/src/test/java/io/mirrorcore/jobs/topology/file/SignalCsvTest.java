package io.mirrorcore.jobs.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.SignalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalCsvTest {

  private static final SignalCsv CSV = new SignalCsv(Settings.defaults().strategies(), false);

  @TempDir private Path directory;

  private static SignalRecord signal(String symbol, String label) {
    return new SignalRecord(
        symbol, 60_000, "UT_BOT", Action.BUY, 1, 0.5, label, Map.of("atr", 0.25), null);
  }

  @Test
  void hasOneColumnForEveryAttributeOfEveryStrategy() {
    assertThat(CSV.header())
        .startsWith("symbol,time,strategy,action,position,confidence,label,portfolio,attr.")
        .contains(",attr.atr,");
    assertThat(CSV.line(signal("A", "L"))).startsWith("A,60000,UT_BOT,BUY,1.0,0.5,L,,");
  }

  @Test
  void aSymbolOfAnyCharactersReadsBackAsItWas() throws IOException {
    List<String> symbols = List.of("A", "A,B", "say\"so\"", "\u4e2d", "\"", ",");
    StringBuilder text = new StringBuilder(CSV.header()).append('\n');
    symbols.forEach(symbol -> text.append(CSV.line(signal(symbol, "x,\"y\""))).append('\n'));
    Path file = Files.writeString(directory.resolve("signals.csv"), text);

    try (CsvFile csv = CsvFile.open(file, List.of("symbol", "label", "attr.atr"))) {
      for (String symbol : symbols) {
        CsvRow row = csv.next();
        assertThat(row.defect()).isNull();
        assertThat(row.cell("symbol")).isEqualTo(symbol);
        assertThat(row.cell("label")).isEqualTo("x,\"y\"");
        assertThat(row.cell("attr.atr")).isEqualTo("0.25");
      }
      assertThat(csv.next()).isNull();
    }
  }

  @Test
  void aSpreadsheetExecutesNoCell() {
    assertThat(CSV.line(signal("=1+2", "@L"))).startsWith("'=1+2,60000,UT_BOT,BUY,1.0,0.5,'@L,,");
    assertThat(CSV.line(signal(" -A", "\tL"))).startsWith("' -A,").contains(",\"'\tL\",");
    SignalCsv raw = new SignalCsv(Settings.defaults().strategies(), true);
    assertThat(raw.line(signal("=1+2", "@L"))).startsWith("=1+2,").contains(",@L,");
  }
}
