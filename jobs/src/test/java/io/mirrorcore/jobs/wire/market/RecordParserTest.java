package io.mirrorcore.jobs.wire.market;

import static io.mirrorcore.jobs.wire.market.Records.TIME;
import static io.mirrorcore.jobs.wire.market.Records.admitted;
import static io.mirrorcore.jobs.wire.market.Records.bytes;
import static io.mirrorcore.jobs.wire.market.Records.rejected;
import static io.mirrorcore.jobs.wire.reject.RecordKind.BAR;
import static io.mirrorcore.jobs.wire.reject.RecordKind.OPTION;
import static io.mirrorcore.jobs.wire.reject.RecordKind.TICK;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.time.BarAlignment;
import io.mirrorcore.jobs.wire.time.ExpiryTimes;
import io.mirrorcore.jobs.wire.time.ExpiryTimes.ExpiryTime;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.market.SymbolRules;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordParserTest {

  @Test
  void readsAGoodRecordOfEveryKind() {
    assertThat(admitted(BAR, Records.BAR).bar()).isEqualTo(Records.BAR_RECORD);
    assertThat(admitted(TICK, Records.TRADE).tick())
        .usingRecursiveComparison()
        .isEqualTo(Records.TRADE_RECORD);
    assertThat(admitted(TICK, Records.QUOTE).tick())
        .usingRecursiveComparison()
        .isEqualTo(Records.QUOTE_RECORD);
    assertThat(admitted(OPTION, Records.OPTION).option()).isEqualTo(Records.OPTION_RECORD);
  }

  @Test
  void keepsTheBytesOfABarAndOfARejectOnly() {
    assertThat(admitted(BAR, Records.BAR).raw()).isEqualTo(bytes(Records.BAR));
    assertThat(admitted(TICK, Records.TRADE).raw()).isEmpty();
    assertThat(admitted(OPTION, Records.OPTION).raw()).isEmpty();
    assertThat(rejected(TICK, "junk").raw()).isEqualTo(bytes("junk"));
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          BAR~    "symbol":"GOOG"      ~ "symbol":""            ~ OUT_OF_RANGE~   symbol must be 1 to 64 printable characters without white space; have ""
          BAR~    "symbol":"GOOG"      ~ "symbol":"GO OG"       ~ OUT_OF_RANGE~   symbol must be 1 to 64 printable characters without white space; have "GO OG"
          BAR~    "symbol":"GOOG"      ~ "symbol":"GO\\u0000"   ~ OUT_OF_RANGE~   symbol must be 1 to 64
          BAR~    "symbol":"GOOG"      ~ "symbol":"a\\u00A0b"   ~ OUT_OF_RANGE~   symbol must be 1 to 64
          BAR~    "symbol":"GOOG"      ~ "symbol":"\\u202Eb"    ~ OUT_OF_RANGE~   symbol must be 1 to 64
          BAR~    "symbol":"GOOG"      ~ "symbol":17            ~ MALFORMED~      symbol must be a text; have the number 17.0
          BAR~    "symbol":"GOOG"      ~ "symbol":null          ~ MISSING_FIELD~  symbol is missing
          BAR~    "close":748.6        ~ "cloze":748.6          ~ MISSING_FIELD~  close is missing
          BAR~    "close":748.6        ~ "close":"748,6"        ~ MALFORMED~      close must be a number; have the text "748,6"
          BAR~    "close":748.6        ~ "close":true           ~ MALFORMED~      close must be a number; have something else
          BAR~    "close":748.6        ~ "close":[1]            ~ MALFORMED~      close must be a number; have something else
          BAR~    "close":748.6        ~ "close":NaN            ~ NOT_FINITE~     close must be a finite number; have NaN
          BAR~    "close":748.6        ~ "close":"NaN"          ~ NOT_FINITE~     close must be a finite number; have NaN
          BAR~    "close":748.6        ~ "close":-Infinity      ~ NOT_FINITE~     close must be a finite number; have -Infinity
          BAR~    "close":748.6        ~ "close":1e999          ~ NOT_FINITE~     close must be a finite number; have Infinity
          BAR~    "close":748.6        ~ "close":0              ~ OUT_OF_RANGE~   close must be above 0; have 0.0
          BAR~    "close":748.6        ~ "close":-3.2           ~ OUT_OF_RANGE~   close must be above 0; have -3.2
          BAR~    "volume":11492       ~ "volume":-1            ~ OUT_OF_RANGE~   volume must be at least 0; have -1.0
          BAR~    "volume":11492       ~ "volume":1e300         ~ OUT_OF_RANGE~   volume must be at most 1.0E18; have 1.0E300
          BAR~    "close":748.6        ~ "close":1e-300         ~ OUT_OF_RANGE~   close must be in [1.0E-15, 1.0E18]; have 1.0E-300
          BAR~    "high":749.99        ~ "high":700             ~ HIGH_BELOW_LOW~ high must be at least low; have high 700.0 and low 748.54
          BAR~    "time":1450967460000 ~ "time":0               ~ OUT_OF_RANGE~   time must be epoch milliseconds, or another unit that its size tells, from 1980 to 2099; have 0: seconds? microseconds? a date like 20231116?
          BAR~    "time":1450967460000 ~ "time":-5              ~ OUT_OF_RANGE~   time must be epoch milliseconds
          BAR~    "time":1450967460000 ~ "time":253402300799000 ~ OUT_OF_RANGE~   time must be epoch milliseconds
          BAR~    "time":1450967460000 ~ "time":99999999999999999999999~ OUT_OF_RANGE~ time must be epoch milliseconds
          BAR~    "time":1450967460000 ~ "time":1450967460000.5 ~ MALFORMED~      time must be a whole number of epoch milliseconds; have 1.4509674600005E12
          TRADE~  "type":"TRADE"       ~ "type":"trade"         ~ UNKNOWN_TYPE~   type must be TRADE or QUOTE; have "trade"
          TRADE~  "size":0.02          ~ "size":0               ~ OUT_OF_RANGE~   size must be above 0; have 0.0
          TRADE~  "size":0.02          ~ "sighs":0              ~ MISSING_FIELD~  size is missing
          TRADE~  "aggressor":"SELL"   ~ "aggressor":"S"        ~ UNKNOWN_TYPE~   aggressor must be BUY, SELL or UNKNOWN; have "S"
          QUOTE~  [10.5,1]             ~ [11,1]                 ~ CROSSED_BOOK~   the best bid must not be above the best ask; have 11.0 and 10.75
          QUOTE~  [10.25,2]            ~ [10.75,2]              ~ UNORDERED_BOOK~ bids must be best first, each price once; 10.75 comes after 10.5
          QUOTE~  [10.25,2]            ~ [10.5,2]               ~ UNORDERED_BOOK~ bids must be best first
          QUOTE~  [10.75,3]            ~ [10.75,3],[10.7,1]     ~ UNORDERED_BOOK~ asks must be best first
          QUOTE~  [10.5,1]             ~ [10.5,1e300]           ~ OUT_OF_RANGE~   bids must be in [1.0E-15, 1.0E18]; have 1.0E300
          QUOTE~  [10.5,1]             ~ [10.5,0]               ~ OUT_OF_RANGE~   bids must be of sizes above 0; have 0.0
          QUOTE~  [10.5,1]             ~ [-10.5,1]              ~ OUT_OF_RANGE~   bids must be of prices above 0; have -10.5
          QUOTE~  [10.5,1]             ~ [10.5]                 ~ MALFORMED~      bids must be levels of [price, size]
          QUOTE~  [10.5,1]             ~ [10.5,1,1]             ~ MALFORMED~      bids must be levels of [price, size]
          QUOTE~  [10.5,1]             ~ 10.5,1                 ~ MALFORMED~      bids must be levels of [price, size]
          QUOTE~  [10.5,1]             ~ ["10,5",1]             ~ MALFORMED~      bids must be levels of [price, size]
          QUOTE~  [10.5,1]             ~ [NaN,1]                ~ NOT_FINITE~     bids must be a finite number; have NaN
          QUOTE~  [10.5,1]             ~ [1e999,1]              ~ NOT_FINITE~     bids must be a finite number; have Infinity
          OPTION~ "type":"CALL"        ~ "type":"C"             ~ UNKNOWN_TYPE~   type must be CALL or PUT; have "C"
          OPTION~ "expiry":"2015-12-24"~ "expiry":"24.12.2015"  ~ MALFORMED~      expiry must be a date like 2015-12-24; have "24.12.2015"
          OPTION~ "expiry":"2015-12-24"~ "expiry":"2015-02-30"  ~ MALFORMED~      expiry must be a date like 2015-12-24; have "2015-02-30"
          OPTION~ "expiry":"2015-12-24"~ "expiry":"9999-01-01"  ~ OUT_OF_RANGE~   expiry must lie between 1980 and 2099; have 9999-01-01
          OPTION~ "strike":590         ~ "strike":0             ~ OUT_OF_RANGE~   strike must be above 0; have 0.0
          OPTION~ "bid":157.5          ~ "bid":162              ~ CROSSED_BOOK~   bid must not be above ask; have 162.0 and 161.5
          OPTION~ "bid":157.5          ~ "bid":-1               ~ OUT_OF_RANGE~   bid must be at least 0; have -1.0
          OPTION~ "volume":3           ~ "volume":3,"iv":10.5   ~ OUT_OF_RANGE~   iv must be a fraction per year of at most 10.0; have 10.5
          OPTION~ "volume":3           ~ "volume":3,"iv":-0.2   ~ OUT_OF_RANGE~   iv must be at least 0; have -0.2
          OPTION~ "volume":3           ~ "volume":3,"openInterest":-1~ OUT_OF_RANGE~ openInterest must be at least 0
          OPTION~ "volume":3           ~ "volume":null          ~ MISSING_FIELD~  volume is missing
          """)
  void rejectsWithFieldRuleAndValue(
      String record, String good, String bad, RejectReason reason, String detail) {
    String json =
        switch (record) {
          case "BAR" -> Records.BAR;
          case "TRADE" -> Records.TRADE;
          case "QUOTE" -> Records.QUOTE;
          default -> Records.OPTION;
        };
    RecordKind kind = record.equals("BAR") ? BAR : record.equals("OPTION") ? OPTION : TICK;
    assertThat(json).contains(good);

    RejectedEvent event = rejected(kind, json.replace(good, bad));

    assertThat(event.reason()).as(event.detail()).isEqualTo(reason);
    assertThat(event.detail()).startsWith(detail);
    assertThat(event.symbol()).isEmpty();
    assertThat(event.time()).isEqualTo(RejectedEvent.NO_TIME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          ``                  ~ a record must be a JSON object; have nothing
          null                ~ a record must be a JSON object; this one begins with "null"
          [1]                 ~ a record must be a JSON object; this one begins with "[1]"
          {}{}                ~ a record must be one JSON object; more follows it
          {"symbol":"A"       ~ a record must be a JSON object; this one ends with "{"symbol":"A""
          {symbol:1}          ~ no valid JSON: Unexpected character
          {"bids":[[1         ~ a record must be a JSON object; this one ends with
          {"bids":[[1}        ~ no valid JSON: Unexpected close marker
          """)
  void rejectsWhatIsNoJsonObject(String json, String detail) {
    RejectedEvent event = rejected(TICK, json);

    assertThat(event.reason()).isEqualTo(RejectReason.MALFORMED);
    assertThat(event.detail()).startsWith(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "1450967460",
    "1450967460000000",
    "1450967460000000005",
    "1450967460000.0",
    "1.45096746E12",
    "\"1450967460000\"",
    "\"2015-12-24T14:31:00Z\""
  })
  void readsATimeInEveryUnit(String time) {
    String json = Records.BAR.replace("1450967460000", time);

    assertThat(admitted(BAR, json).bar()).isEqualTo(Records.BAR_RECORD);
  }

  @Test
  void readsDecimalsThatAreWrittenAsTexts() {
    String bar = Records.BAR.replace("\"close\":748.6", "\"close\":\"748.60\"");
    String quote = Records.QUOTE.replace("[10.5,1]", "[\"10.50\",\"1.0\"]");

    assertThat(admitted(BAR, bar).bar()).isEqualTo(Records.BAR_RECORD);
    assertThat(admitted(TICK, quote).tick())
        .usingRecursiveComparison()
        .isEqualTo(Records.QUOTE_RECORD);
  }

  @Test
  void rejectsATombstone() {
    RejectedEvent event =
        (RejectedEvent)
            new RecordParser(ParserSettings.DEFAULT).parse(BAR, Records.SOURCE, null, TIME);

    assertThat(event.reason()).isEqualTo(RejectReason.MALFORMED);
    assertThat(event.raw()).isEmpty();
  }

  @Test
  void rejectsAQuoteWithoutAnyLevel() {
    String json = Records.QUOTE.replaceAll("\"bids\".*", "\"bids\":[],\"asks\":[]}");

    assertThat(rejected(TICK, json).reason()).isEqualTo(RejectReason.MISSING_FIELD);
  }

  @Test
  void acceptsAQuoteWithOneSideAndALockedOne() {
    String oneSided = Records.QUOTE.replaceAll(",\"asks\".*", "}");
    String locked = Records.QUOTE.replace("10.75", "10.5");

    assertThat(admitted(TICK, oneSided).tick().asks()).isEmpty();
    assertThat(admitted(TICK, locked).tick().asks()).hasSize(2);
  }

  @Test
  void acceptsTenLevelsAndRejectsEleven() {
    assertThat(admitted(TICK, quoteOf(10)).tick().asks()).hasSize(20);
    assertThat(rejected(TICK, quoteOf(11)).reason()).isEqualTo(RejectReason.OVERSIZE);
  }

  private static String quoteOf(int levels) {
    StringBuilder asks = new StringBuilder();
    for (int i = 1; i <= levels; i++) {
      asks.append(i > 1 ? "," : "").append("[").append(i).append(",1]");
    }
    return Records.QUOTE.replaceAll("\"bids\".*", "\"asks\":[" + asks + "]}");
  }

  @Test
  void aKeyThatIsThereTwiceIsMalformed() {
    String json = Records.BAR.replace("\"close\":748.6", "\"close\":null,\"close\":748.6");
    String symbol = Records.BAR.replace("{", "{\"symbol\":\"OTHER\",");
    String book = Records.QUOTE.replace("\"asks\"", "\"asks\":[[1]],\"asks\"");

    for (String twice : List.of(json, symbol)) {
      assertThat(rejected(BAR, twice).detail()).contains("twice");
    }
    assertThat(rejected(TICK, book).detail()).contains("asks", "twice");
  }

  @Test
  void ignoresFieldsOfNewerReleases() {
    String json = Records.BAR.replace("{", "{\"vwap\":{\"a\":[1,NaN,{}]},\"venue\":\"X\",");

    assertThat(admitted(BAR, json).bar()).isEqualTo(Records.BAR_RECORD);
  }

  @Test
  void forgetsTheRecordBefore() {
    RecordParser parser = new RecordParser(ParserSettings.DEFAULT);
    parser.parse(BAR, Records.SOURCE, bytes(Records.BAR), RecordParser.NO_TIMESTAMP);

    RejectedEvent event =
        (RejectedEvent)
            parser.parse(
                BAR, Records.SOURCE, bytes("{\"symbol\":\"A\"}"), RecordParser.NO_TIMESTAMP);

    assertThat(event.detail()).isEqualTo("time is missing");
  }

  @Test
  void rejectsTheFarFutureAndKeepsWhoseItWas() {
    RecordParser parser = new RecordParser(ParserSettings.DEFAULT);
    long minute = 60_000;

    MarketEvent atLimit = parser.parse(BAR, Records.SOURCE, bytes(Records.BAR), TIME - minute);
    RejectedEvent beyond =
        (RejectedEvent) parser.parse(BAR, Records.SOURCE, bytes(Records.BAR), TIME - minute - 1);

    assertThat(atLimit).isInstanceOf(AdmittedEvent.class);
    assertThat(beyond.reason()).isEqualTo(RejectReason.FAR_FUTURE);
    assertThat(beyond.symbol()).isEqualTo("GOOG");
    assertThat(beyond.time()).isEqualTo(TIME);
    assertThat(beyond.raw()).isEqualTo(bytes(Records.BAR));
  }

  @Test
  void keepsOnlyTheHeadOfWhatIsTooLarge() {
    ParserSettings settings =
        new ParserSettings(
            100,
            0,
            ExpiryTimes.of(LocalTime.of(16, 0), ZoneId.of("America/New_York")),
            InputTimes.DEFAULT,
            BarAlignment.NONE);
    RecordParser parser = new RecordParser(settings);

    RejectedEvent event =
        (RejectedEvent)
            parser.parse(BAR, Records.SOURCE, bytes(Records.BAR), RecordParser.NO_TIMESTAMP);

    assertThat(event.reason()).isEqualTo(RejectReason.OVERSIZE);
    assertThat(event.raw()).isEqualTo(bytes(Records.BAR.substring(0, 100)));
    assertThat(event.detail())
        .isEqualTo(
            "a record must have at most 100 bytes; have %d, of which the first are kept",
            Records.BAR.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"20151224\"",
        "20151224",
        "1450915200",
        "1450915200000",
        "\"1450915200000000\"",
        "\"2015-12-24T21:00:00Z\"",
        "1450990800",
        "1450990800000.0"
      })
  void theDayOfExpiryIsReadInEveryForm(String expiry) {
    String option = Records.OPTION.replace("\"2015-12-24\"", expiry);
    AdmittedEvent event =
        (AdmittedEvent)
            new RecordParser(ParserSettings.DEFAULT)
                .parse(OPTION, Records.SOURCE, bytes(option), RecordParser.NO_TIMESTAMP);
    assertThat(event.option().contract().expiry()).isEqualTo(Records.EXPIRY);
  }

  @Test
  void aStampBesideACloseIsOfThatClose() {
    ParserSettings settings =
        new ParserSettings(
            1000,
            0,
            ExpiryTimes.of(LocalTime.of(10, 0), ZoneId.of("Europe/Berlin")),
            InputTimes.DEFAULT,
            new BarAlignment(60_000, 3_000));
    long close = 1_450_967_460_000L;
    for (long offset : new long[] {-1, 0, 3_000, -3_000}) {
      assertThat(barTime(settings, close + offset)).isEqualTo(close);
    }
    assertThat(barTime(settings, close + 3_001)).as("near to none").isEqualTo(close + 3_001);
    assertThat(barTime(ParserSettings.DEFAULT, close - 1)).isEqualTo(close - 1);
  }

  private static long barTime(ParserSettings settings, long time) {
    String bar =
        "{\"symbol\":\"A\",\"time\":%d,\"open\":1,\"high\":1,\"low\":1,\"close\":1,\"volume\":1}"
            .formatted(time);
    return new RecordParser(settings)
        .parse(BAR, Records.SOURCE, bytes(bar), RecordParser.NO_TIMESTAMP)
        .time();
  }

  @Test
  void aVolatilityOrGammaOfZeroIsOneThatTheFeedCouldNotSolve() {
    String zeros = Records.OPTION.replaceFirst("}$", ",\"iv\":0,\"gamma\":0.0}");
    assertThat(admitted(OPTION, zeros).option().iv()).isNaN();
    assertThat(admitted(OPTION, zeros).option().gamma()).isNaN();
    String small = Records.OPTION.replaceFirst("}$", ",\"iv\":1e-3,\"gamma\":1e-9}");
    assertThat(admitted(OPTION, small).option().iv()).isEqualTo(1e-3);
    assertThat(admitted(OPTION, small).option().gamma()).isEqualTo(1e-9);
  }

  @Test
  void anOptionExpiresAtTheTimeOfItsUnderlying() {
    ExpiryTimes expiry =
        new ExpiryTimes(
            new ExpiryTime(LocalTime.of(16, 0), ZoneId.of("America/New_York")),
            SymbolRules.of(
                Map.of("OD*", new ExpiryTime(LocalTime.of(13, 0), ZoneId.of("Europe/Berlin")))));
    RecordParser parser =
        new RecordParser(
            new ParserSettings(1000, 0, expiry, InputTimes.DEFAULT, BarAlignment.NONE));
    for (String round : new String[] {"first", "again"}) {
      assertThat(expiry(parser, "GOOG")).as(round).isEqualTo("2015-12-24T21:00:00Z");
      assertThat(expiry(parser, "ODAX")).as(round).isEqualTo("2015-12-24T12:00:00Z");
    }
  }

  private static String expiry(RecordParser parser, String symbol) {
    byte[] record = bytes(Records.OPTION.replace("GOOG", symbol));
    AdmittedEvent event =
        (AdmittedEvent) parser.parse(OPTION, Records.SOURCE, record, RecordParser.NO_TIMESTAMP);
    return Instant.ofEpochMilli(event.option().contract().expiry()).toString();
  }

  @Test
  void anOptionExpiresAtTheConfiguredTimeOfItsZone() {
    ParserSettings settings =
        new ParserSettings(
            1000,
            0,
            ExpiryTimes.of(LocalTime.of(10, 0), ZoneId.of("Europe/Berlin")),
            InputTimes.DEFAULT,
            BarAlignment.NONE);

    AdmittedEvent event =
        (AdmittedEvent)
            new RecordParser(settings)
                .parse(OPTION, Records.SOURCE, bytes(Records.OPTION), RecordParser.NO_TIMESTAMP);

    assertThat(event.option().contract().expiry())
        .isEqualTo(Instant.parse("2015-12-24T09:00:00Z").toEpochMilli());
  }

  @Test
  void pricesOfAnySignAreThoseOfSymbolsOfDifferences() {
    RecordParser oil =
        new RecordParser(Settings.defaults().with("symbols.CL*.difference", "100").parser());
    String bar =
        "{\"symbol\":\"%s\",\"time\":1587412800000,\"open\":0,\"high\":17.85,\"low\":-40.32,\"close\":-37.63,\"volume\":1}";
    MarketEvent admitted = read(oil, BAR, bar.formatted("CLK"));
    assertThat(((AdmittedEvent) admitted).bar().close()).isEqualTo(-37.63);
    MarketEvent share = read(oil, BAR, bar.formatted("IBM"));
    assertThat(((RejectedEvent) share).detail()).startsWith("open must be above 0; have 0");
    MarketEvent absurd = read(oil, BAR, bar.formatted("CLK").replace("-40.32", "-1e19"));
    assertThat(((RejectedEvent) absurd).detail()).startsWith("low must be in [-1.0E18, 1.0E18]");

    String trade =
        "{\"symbol\":\"%s\",\"time\":1587412800000,\"type\":\"TRADE\",\"price\":-37.63,\"size\":1}";
    MarketEvent sold = read(oil, TICK, trade.formatted("CLK"));
    assertThat(((AdmittedEvent) sold).tick().price()).isEqualTo(-37.63);
    assertThat(read(oil, TICK, trade.formatted("IBM"))).isInstanceOf(RejectedEvent.class);
  }

  private static MarketEvent read(RecordParser parser, RecordKind kind, String json) {
    return parser.parse(kind, Records.SOURCE, bytes(json), RecordParser.NO_TIMESTAMP);
  }
}
