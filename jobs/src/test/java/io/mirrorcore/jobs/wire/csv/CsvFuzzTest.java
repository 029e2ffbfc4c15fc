package io.mirrorcore.jobs.wire.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.fuzz.Budget;
import io.mirrorcore.jobs.fuzz.ByteMutator;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.CsvEventFormat;
import io.mirrorcore.jobs.wire.market.EventChecks;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.MarketEventSerializer;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.local.LocalDataInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CSV files as people and broken disks leave them. */
class CsvFuzzTest {

  private static final RecordParser PARSER = new RecordParser(ParserSettings.DEFAULT);
  private static final int ROWS = 5;

  private static final List<String> CELLS =
      List.of(
          "",
          " ",
          "NaN",
          "-inf",
          "1e999",
          "-1",
          "0",
          "00",
          "1e-400",
          "7258118400001",
          "\"A,B\"",
          "\"a\"\"b\"",
          "\"open",
          "a\"b",
          "\"two\nlines\"",
          "\"x\"y",
          "1:2|",
          "2:1|1:1",
          "1:NaN",
          ":",
          "|",
          "\u2028",
          "\u0000",
          "x".repeat(2_000),
          "\ud83d\ude00");

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(RecordKind.class)
  void everyRowEndsAsAnEventOrARejectAndEveryOtherFileIsOneSentence(RecordKind kind)
      throws IOException {
    SplittableRandom random = new SplittableRandom(4_180 + kind.name().hashCode());
    int rows = 0;
    int good = 0;
    int refused = 0;
    while (rows + refused < Budget.percent(6)) {
      byte[] text = file(kind, random);
      try {
        for (MarketEvent event : read(kind, text)) {
          EventChecks.check(event, () -> Records.text(text));
          rows++;
          good += event instanceof AdmittedEvent ? 1 : 0;
        }
      } catch (CsvException e) {
        assertThat(e.getMessage()).startsWith("f.csv").doesNotContain("\n");
        refused++;
      }
    }
    assertThat(good).isGreaterThan(rows / 10);
    assertThat(refused).isPositive();
  }

  private static List<MarketEvent> read(RecordKind kind, byte[] text) throws IOException {
    List<MarketEvent> events = new ArrayList<>();
    try (CsvFile file = CsvFile.ofText(new ByteArrayInputStream(text), Path.of("f.csv"), kind)) {
      for (CsvRow row = file.next(); row != null; row = file.next()) {
        events.add(PARSER.parse(kind, row.source(), row));
      }
    }
    assertThat(events.size()).as("rows are not made up").isLessThan(text.length);
    return events;
  }

  private static byte[] file(RecordKind kind, SplittableRandom random) {
    StringBuilder text = new StringBuilder(header(kind)).append('\n');
    for (int i = 0; i < ROWS; i++) {
      text.append(random.nextBoolean() ? row(kind, i) : damaged(row(kind, i), random)).append('\n');
    }
    byte[] bytes = Records.bytes(text.toString());
    return random.nextInt(4) == 0 ? ByteMutator.mutate(bytes, random) : bytes;
  }

  private static String damaged(String row, SplittableRandom random) {
    List<String> cells = new ArrayList<>(Arrays.asList(row.split(",", -1)));
    int at = random.nextInt(cells.size());
    switch (random.nextInt(8)) {
      case 0 -> cells.remove(at);
      case 1 -> cells.add(at, cells.get(at));
      default -> cells.set(at, CELLS.get(random.nextInt(CELLS.size())));
    }
    return String.join(",", cells);
  }

  private static String header(RecordKind kind) {
    return switch (kind) {
      case BAR -> "symbol,time,open,high,low,close,volume";
      case TICK -> "symbol,time,type,price,size,bids,asks,aggressor";
      case OPTION ->
          "symbol,time,expiry,strike,type,spot,bid,ask,price,volume,openInterest,iv,gamma";
      case ADJUSTMENT -> "symbol,date,ratio,dividend";
    };
  }

  private static String row(RecordKind kind, int i) {
    return switch (kind) {
      case BAR -> "GOOG,145096746000" + i + ",749.55,749.99,748.54,748.6,11492";
      case TICK ->
          i % 2 == 0
              ? "BTC,145096746000" + i + ",TRADE,61837.63,0.02,,,SELL"
              : "BTC,145096746000" + i + ",QUOTE,,,10.5:1|10.25:2,10.75:3,";
      case OPTION -> "GOOG,145096746000" + i + ",2015-12-24,590,CALL,748.54,157.5,161.5,,3,,0.2,";
      case ADJUSTMENT -> "GOOG,2015-12-24," + (i % 2 == 0 ? "4:1" : "0.5") + ",0." + (i + 1);
    };
  }

  @Test
  void aPackedFileThatIsCutGivesItsRowsAndThenOneSentence() throws IOException {
    byte[] packed = packed(2_000);
    SplittableRandom random = new SplittableRandom(10);
    for (int i = 0; i < 50; i++) {
      Path file =
          Files.write(
              directory.resolve("cut" + i + ".csv.gz"),
              Arrays.copyOf(packed, random.nextInt(packed.length)));
      assertThatThrownBy(() -> readAll(file))
          .isInstanceOf(CsvException.class)
          .hasMessageStartingWith(file.toString())
          .hasMessageMatching(".*(is no gzip file|cannot be unpacked behind line \\d+).*");
    }
  }

  @Test
  void aPackedFileThatIsDamagedIsNeverReadToItsEnd() throws IOException {
    byte[] packed = packed(2_000);
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 50; i++) {
      byte[] damaged = packed.clone();
      damaged[10 + random.nextInt(packed.length - 10)] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(directory.resolve("damaged" + i + ".csv.gz"), damaged);
      assertThatThrownBy(() -> readAll(file))
          .isInstanceOf(CsvException.class)
          .hasMessageStartingWith(file.toString());
    }
  }

  @Test
  void allRowsBeforeTheCutAreGiven() throws IOException {
    byte[] packed = packed(2_000);
    Path file =
        Files.write(directory.resolve("f.csv.gz"), Arrays.copyOf(packed, packed.length * 3 / 4));
    try (CsvFile csv = CsvFile.open(file, RecordKind.BAR)) {
      List<String> times = new ArrayList<>();
      assertThatThrownBy(() -> drain(csv, times)).isInstanceOf(CsvException.class);
      assertThat(times.size()).isBetween(500, 1_999);
      assertThat(times.get(times.size() - 1)).isEqualTo(Long.toString(times.size()));
      assertThatThrownBy(csv::next).isInstanceOf(CsvException.class);
    }
  }

  @Test
  void aJobReadsThroughTheSameRules() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("f.csv"),
            header(RecordKind.BAR) + "\n" + row(RecordKind.BAR, 1) + "\nragged\n");
    CsvEventFormat format = new CsvEventFormat(RecordKind.BAR, "f.csv", ParserSettings.DEFAULT);
    try (StreamFormat.Reader<MarketEvent> reader =
        format.createReader(new Configuration(), new LocalDataInputStream(file.toFile()))) {
      assertThat(reader.read()).isInstanceOf(AdmittedEvent.class);
      assertThat(((RejectedEvent) reader.read()).reason()).isEqualTo(RejectReason.MALFORMED);
      assertThat(reader.read()).isNull();
    }
    TypeSerializer<MarketEvent> serializer = format.getProducedType().createSerializer(null);
    assertThat(serializer).isSameAs(MarketEventSerializer.INSTANCE);
  }

  private static void readAll(Path file) throws IOException {
    try (CsvFile csv = CsvFile.open(file, RecordKind.BAR)) {
      drain(csv, new ArrayList<>());
    }
  }

  private static void drain(CsvFile csv, List<String> times) throws IOException {
    for (CsvRow row = csv.next(); row != null; row = csv.next()) {
      times.add(row.defect() == null ? row.cell("time") : "");
    }
  }

  /** Prices that do not pack well, so that a cut falls among rows. */
  private static byte[] packed(int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(9);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(Records.bytes(header(RecordKind.BAR) + "\n"));
      for (int i = 1; i <= rows; i++) {
        double price = random.nextDouble(1, 100);
        String row = "A,%d,%s,%s,%s,%s,1\n".formatted(i, price, price, price, price);
        out.write(Records.bytes(row));
      }
    }
    return bytes.toByteArray();
  }
}
