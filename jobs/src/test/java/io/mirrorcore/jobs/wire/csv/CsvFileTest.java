package io.mirrorcore.jobs.wire.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.market.RecordParser;
import io.mirrorcore.jobs.wire.market.Records;
import io.mirrorcore.jobs.wire.market.RejectedEvent;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.market.tick.Tick;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

  private static final String TICKS = "symbol,time,type,price,size,bids,asks,aggressor\n";
  private static final RecordParser PARSER =
      new RecordParser(ParserSettings.DEFAULT.with(InputTimes.DEFAULT.in(EpochUnit.MS)));

  @TempDir Path directory;

  @Test
  void readsAllKindsAsTheTopicsHaveThem() throws IOException {
    assertThat(events(RecordKind.BAR, bars("GOOG,1450967460000,749.55,749.99,748.54,748.6,11492")))
        .extracting(event -> ((AdmittedEvent) event).bar())
        .containsExactly(Records.BAR_RECORD);
    assertThat(
            events(
                RecordKind.TICK,
                ticks(
                    "BTC,1450967460000,TRADE,61837.63,0.02,,,SELL",
                    "BTC,1450967460000,QUOTE,,,10.5:1|10.25:2,10.75:3,")))
        .extracting(event -> ((AdmittedEvent) event).tick())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(Records.TRADE_RECORD, Records.QUOTE_RECORD);
    assertThat(
            events(
                RecordKind.OPTION,
                """
                symbol,time,expiry,strike,type,spot,bid,ask,volume,iv
                GOOG,1450967460000,2015-12-24,590,CALL,748.54,157.5,161.5,3,
                """))
        .extracting(event -> ((AdmittedEvent) event).option())
        .containsExactly(Records.OPTION_RECORD);
  }

  @Test
  void namesFileAndLineOfARow() throws IOException {
    List<CsvRow> rows = rows(RecordKind.BAR, bars("A,1,1,1,1,1,1", "", "B,1,1,1,1,1,1"));

    assertThat(rows)
        .extracting(CsvRow::source)
        .containsExactly(new SourceRef("f.csv", 0, 2), new SourceRef("f.csv", 0, 4));
    assertThat(rows.get(1).raw()).isEqualTo(Records.bytes("B,1,1,1,1,1,1"));
  }

  @Test
  void aRaggedRowIsADeadLetterWithItsLine() throws IOException {
    List<MarketEvent> events =
        events(RecordKind.BAR, bars("A,1,1,1,1,1", "A,1,1,1,1,1,1,1", "A,1,1,1,1,1,1"));

    assertThat(rejected(events, 0).detail()).isEqualTo("a row must have 7 cells; have 6");
    assertThat(rejected(events, 1).reason()).isEqualTo(RejectReason.MALFORMED);
    assertThat(Records.text(rejected(events, 1).raw())).isEqualTo("A,1,1,1,1,1,1,1");
    assertThat(events.get(2)).isInstanceOf(AdmittedEvent.class);
  }

  @Test
  void readsQuotedCellsAcrossLines() throws IOException {
    List<CsvRow> rows =
        rows(
            RecordKind.TICK,
            """
            symbol,time,"type",note
            "A",1,TRADE,"a ""b"",
            c"
            B,2,T,
            """);

    assertThat(rows.get(0).cell("note")).isEqualTo("a \"b\",\nc");
    assertThat(rows.get(1).source().offset()).isEqualTo(4);
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneRow() throws IOException {
    List<MarketEvent> events =
        events(RecordKind.BAR, bars("\"A,1,1,1,1,1,1", "B,1,1,1,1,1,1", "C,1,1,1,1,1,1"));

    assertThat(events).extracting(MarketEvent::symbol).containsExactly("", "B", "C");
    assertThat(rejected(events, 0).detail()).isEqualTo("a quote is opened and never closed");
  }

  @Test
  void readsWindowsFilesAndForeignWriters() throws IOException {
    List<MarketEvent> events =
        events(
            RecordKind.BAR,
            "\uFEFFsymbol, time,open,high,low,close,volume\r\nA ,1,1,1,1,1, 1e3\r\n");

    assertThat(((AdmittedEvent) events.get(0)).bar().symbol()).isEqualTo("A");
    assertThat(((AdmittedEvent) events.get(0)).bar().volume()).isEqualTo(1000);
  }

  @Test
  void aRowThatIsNoUtf8IsADeadLetterWithItsBytes() throws IOException {
    Path file = directory.resolve("f.csv");
    Files.write(file, bars("\u00e9,1,1,1,1,1,1").getBytes(StandardCharsets.ISO_8859_1));
    try (CsvFile csv = CsvFile.open(file, RecordKind.BAR)) {
      CsvRow row = csv.next();
      assertThat(row.defect()).isEqualTo("a row must be UTF-8");
      assertThat(row.raw()[0]).isEqualTo((byte) 0xE9);
    }
  }

  @Test
  void readsGzip() throws IOException {
    Path file = directory.resolve("f.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Records.bytes(bars("A,1,1,1,1,1,1")));
    }
    try (CsvFile csv = CsvFile.open(file, RecordKind.BAR)) {
      assertThat(csv.next().cell("symbol")).isEqualTo("A");
      assertThat(csv.next()).isNull();
    }
  }

  @Test
  void saysThatAFileIsCompressedWhichItsNameDoesNotSay() throws IOException {
    Path file = directory.resolve("plain.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(Records.bytes(bars("A,1,1,1,1,1,1")));
    }
    assertThatThrownBy(() -> CsvFile.open(file, RecordKind.BAR))
        .hasMessage(
            file + " is compressed by gzip, which is known by its name: call it plain.csv.gz");
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    assertProblem(
        "f.csv",
        "symbol,time,open,high\n",
        " lacks the columns close, low, volume; " + "its header line is \"symbol,time,open,high\"");
    assertProblem(
        "f.csv",
        bars("").replace("low,", ""),
        " lacks the column low; its header line is" + " \"symbol,time,open,high,close,volume\"");
    assertProblem("f.csv", "a,b,a\n", " has the column a twice; its header line is \"a,b,a\"");
    assertProblem("f.csv", "", " is empty; it must begin with a header line");
    assertProblem(
        "f.csv", "a\u0000b\u0000,c\n", " is not text in UTF-8: give a file of CSV or JSON");
    assertProblem("f.gz", "x", " is no gzip file, though its name ends in .gz");
    assertProblem("f.gz", "longer than a header", " is no gzip file, though its name ends in .gz");
    Path absent = directory.resolve("absent.csv");
    assertThatThrownBy(() -> CsvFile.open(absent, RecordKind.BAR))
        .hasMessage(absent + " does not exist");
  }

  private void assertProblem(String name, String content, String message) throws IOException {
    Path file = Files.writeString(directory.resolve(name), content);
    assertThatThrownBy(() -> CsvFile.open(file, RecordKind.BAR))
        .isInstanceOf(CsvException.class)
        .hasMessage(file + message);
  }

  @Test
  void aRowAndItsJsonAreTheSameEvent() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder csv = new StringBuilder(TICKS);
    for (int i = 0; i < 5_000; i++) {
      csv.append(mutated("BTC,1450967460000,TRADE,61837.63,2e-2,,,SELL", random)).append('\n');
      csv.append(mutated("B,1450967460000,QUOTE,,,1.5:1|1.25:2,1.75:3.0,", random)).append('\n');
    }
    int good = 0;
    for (CsvRow row : rows(RecordKind.TICK, csv.toString())) {
      MarketEvent direct = PARSER.parse(RecordKind.TICK, row.source(), row);
      MarketEvent wired =
          PARSER.parse(
              RecordKind.TICK,
              row.source(),
              WireJson.ofCsv(RecordKind.TICK, row, OptionalLong.empty()),
              RecordParser.NO_TIMESTAMP);
      assertThat(reason(wired)).as(Records.text(row.raw())).isEqualTo(reason(direct));
      assertThat(tick(wired)).usingRecursiveComparison().isEqualTo(tick(direct));
      good += direct instanceof AdmittedEvent ? 1 : 0;
    }
    assertThat(good).isBetween(1_000, 9_000);
  }

  private static String mutated(String row, SplittableRandom random) {
    String letters = "0123456789.:|-+eE\"N,AZa ";
    StringBuilder text = new StringBuilder(row);
    int at = random.nextInt(row.length());
    text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
    return random.nextInt(20) == 0
        ? row.replace("61837.63", "NaN").replace("1.5:", "inf:")
        : text.toString();
  }

  @Test
  void numbersTravelLetterByLetter() throws IOException {
    CsvRow row = rows(RecordKind.BAR, bars("A,1,1.10,2.00E0,0.5,01,NaN")).get(0);

    assertThat(Records.text(WireJson.ofCsv(RecordKind.BAR, row, OptionalLong.empty())))
        .isEqualTo(
            "{\"symbol\":\"A\",\"time\":1,\"open\":1.10,\"high\":2.00E0,\"low\":0.5,"
                + "\"close\":\"01\",\"volume\":\"NaN\"}");
  }

  @Test
  void aTopicHasTimesInMillisecondsWhateverTheFileHasThemIn() throws IOException {
    CsvRow row = rows(RecordKind.BAR, bars("A,2023-11-16 09:30,1,2,0.5,1,7")).get(0);

    assertThat(
            Records.text(WireJson.ofCsv(RecordKind.BAR, row, OptionalLong.of(1_700_127_000_000L))))
        .startsWith("{\"symbol\":\"A\",\"time\":1700127000000,\"open\":1,");
  }

  private static String ticks(String... rows) {
    return TICKS + String.join("\n", rows);
  }

  private static String bars(String... rows) {
    return "symbol,time,open,high,low,close,volume\n" + String.join("\n", rows) + "\n";
  }

  private static RejectReason reason(MarketEvent event) {
    return event instanceof RejectedEvent rejected ? rejected.reason() : null;
  }

  private static Tick tick(MarketEvent event) {
    return event instanceof AdmittedEvent admitted ? admitted.tick() : null;
  }

  private static RejectedEvent rejected(List<MarketEvent> events, int place) {
    return (RejectedEvent) events.get(place);
  }

  private List<MarketEvent> events(RecordKind kind, String content) throws IOException {
    return rows(kind, content).stream().map(r -> PARSER.parse(kind, r.source(), r)).toList();
  }

  private List<CsvRow> rows(RecordKind kind, String content) throws IOException {
    Path file = Files.writeString(directory.resolve("f.csv"), content);
    List<CsvRow> rows = new ArrayList<>();
    try (CsvFile csv = CsvFile.open(file, kind)) {
      for (CsvRow row = csv.next(); row != null; row = csv.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
