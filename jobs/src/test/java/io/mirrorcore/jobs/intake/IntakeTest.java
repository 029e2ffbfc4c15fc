package io.mirrorcore.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.csv.CsvFile;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

  private static final String HEADER = "symbol,time,open,high,low,close,volume";
  private static final long FIRST = 1_700_000_000_000L;

  @TempDir private Path directory;
  @TempDir private Path scratch;

  private IntakePlan plan(boolean acceptsRefused) {
    return new IntakePlan(ParserSettings.DEFAULT, Duration.ofSeconds(1), scratch, acceptsRefused);
  }

  private static String row(String symbol, long minute) {
    return symbol + "," + (FIRST + minute * 60_000) + ",1,1,1,1," + minute;
  }

  private Path file(String name, String... rows) throws IOException {
    return Files.writeString(
        directory.resolve(name), HEADER + "\n" + String.join("\n", rows) + "\n");
  }

  private Intake intake(Path file, boolean acceptsRefused) throws IOException {
    return Intake.of(plan(acceptsRefused), Map.of(RecordKind.BAR, file), null);
  }

  private static List<CsvRow> rows(Path file) throws IOException {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvFile csv = CsvFile.open(file, RecordKind.BAR)) {
      for (CsvRow row = csv.next(); row != null; row = csv.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> texts(Path file) throws IOException {
    return rows(file).stream().map(r -> new String(r.raw(), StandardCharsets.UTF_8)).toList();
  }

  @Test
  void readsAFileInOrderFromWhereItIs() throws IOException {
    Path file = file("a.csv", row("A", 0), row("B", 0), row("A", 1));
    try (Intake intake = intake(file, false)) {
      assertThat(intake.market()).containsEntry(RecordKind.BAR, file);
      assertThat(intake.notes()).isEmpty();
      assertThat(intake.bars()).isEqualTo(3);
      assertThat(scratch).isEmptyDirectory();
    }
  }

  @Test
  void sortsAFileOfOneSymbolBehindTheOtherAndSaysSo() throws IOException {
    Path file = file("a.csv", row("A", 0), row("A", 1), row("B", 0), row("B", 1));
    try (Intake intake = intake(file, false)) {
      Path sorted = intake.market().get(RecordKind.BAR);
      assertThat(texts(sorted)).containsExactly(row("A", 0), row("B", 0), row("A", 1), row("B", 1));
      assertThat(sorted).isNotEqualTo(file).hasFileName("a.csv");
      assertThat(intake.notes())
          .singleElement()
          .asString()
          .contains("a.csv is not in the order of time (line 4", "4 records were sorted");
    }
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void aSortedRecordKeepsTheNumberOfItsLine() throws IOException {
    try (Intake intake = intake(file("a.csv", row("A", 2), row("A", 1), row("A", 0)), false)) {
      assertThat(rows(intake.market().get(RecordKind.BAR)))
          .extracting(row -> row.source().offset())
          .containsExactly(4L, 3L, 2L);
    }
  }

  @Test
  void aRecordWithoutTimeStaysBehindTheOneBeforeIt() throws IOException {
    Path file = file("a.csv", row("A", 2), "\"open,1", row("A", 1), "B,soon,1,1,1,1,1");
    try (Intake intake = intake(file, true)) {
      assertThat(texts(intake.market().get(RecordKind.BAR)))
          .containsExactly(row("A", 1), "B,soon,1,1,1,1,1", row("A", 2), "\"open,1");
      assertThat(rows(intake.market().get(RecordKind.BAR)).get(3).defect())
          .isEqualTo("a quote is opened and never closed");
    }
  }

  @Test
  void sortsAPackedFile() throws IOException {
    Path file = directory.resolve("a.csv.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          String.join("\n", HEADER, row("A", 1), row("A", 0)).getBytes(StandardCharsets.UTF_8));
    }
    try (Intake intake = intake(file, false)) {
      assertThat(texts(intake.market().get(RecordKind.BAR)))
          .containsExactly(row("A", 0), row("A", 1));
    }
  }

  @Test
  void sortsStablyWhateverTheMemory() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    String[] rows = new String[5_000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row("S" + i, random.nextInt(300));
    }
    Path file = file("a.csv", rows);
    List<String> expected = new ArrayList<>(List.of(rows));
    expected.sort(
        Comparator.comparing(row -> Long.parseLong(row.replaceAll("^[^,]*,(\\d+),.*$", "$1"))));

    for (long budget : new long[] {1_000, 50_000, 100_000_000}) {
      Path sorted = SortedFile.write(file, RecordKind.BAR, plan(false), scratch, budget);
      assertThat(texts(sorted)).isEqualTo(expected);
    }
    try (Stream<Path> left = Files.list(scratch)) {
      assertThat(left).containsExactly(scratch.resolve("a.csv"));
    }
  }

  @Test
  void sortsStrategyReturnsOfWhichEachPortfolioHasAnOrderOfItsOwn() throws IOException {
    Path grouped =
        Files.writeString(
            directory.resolve("r.csv"),
            "portfolio,time,A\nx,2024-01-01,0.1\nx,2024-01-02,0.1\ny,2024-01-01,0.1\n");
    Path lines =
        Files.writeString(
            directory.resolve("r.jsonl"),
            """
            {"time":"2024-01-02","returns":{"A":1}}
            {"time":"2024-01-01","returns":{"A":2}}
            """);
    try (Intake intake = Intake.of(plan(false), Map.of(), grouped)) {
      assertThat(intake.returns()).isEqualTo(grouped);
    }
    try (Intake intake = Intake.of(plan(false), Map.of(), lines);
        IntakeFile sorted = IntakeFile.open(intake.returns(), null, ParserSettings.DEFAULT)) {
      assertThat(sorted.next().source().offset()).isEqualTo(2);
      assertThat(sorted.next().source().offset()).isEqualTo(1);
      assertThat(sorted.next()).isNull();
    }
  }

  @Test
  void endsWhereMoreThanAFifthIsRefusedUnlessThatIsAccepted() throws IOException {
    Path file = file("a.csv", row("A", 0), "B,12345,1,1,1,1,1", row("A", 1));

    assertThatExceptionOfType(TooManyRefusedException.class)
        .isThrownBy(() -> intake(file, false))
        .withMessageContaining("33 % of the records of a.csv were refused (1 of 3)")
        .withMessageContaining("OUT_OF_RANGE, first on line 3: time must be epoch milliseconds")
        .withMessageContaining("B,12345,1,1,1,1,1")
        .withMessageContaining("--accept-rejects");
    try (Intake intake = intake(file, true)) {
      assertThat(intake.bars()).isEqualTo(3);
    }
  }

  @Test
  void knowsTheLastYearOnlyWhereLaterOnesAreThere() throws IOException {
    Path good = file("a.csv", row("A", 0), row("A", 1));
    Path later =
        file("b.csv", row("A", 0), row("A", 1), row("A", 2), row("A", 3), row("A", 4))
            .resolveSibling("b.csv");
    Files.writeString(later, Files.readString(later) + "A,2031-01-01,1,1,1,1,1\n");
    ParserSettings strict = ParserSettings.DEFAULT.with(ParserSettings.DEFAULT.times().until(2027));
    IntakePlan plan = new IntakePlan(strict, Duration.ofSeconds(1), scratch, false);

    try (Intake intake = Intake.of(plan, Map.of(RecordKind.BAR, good), null)) {
      assertThat(intake.lastYear()).isEmpty();
    }
    try (Intake intake = Intake.of(plan, Map.of(RecordKind.BAR, later), null)) {
      assertThat(intake.lastYear()).hasValue(2027);
    }
  }
}
