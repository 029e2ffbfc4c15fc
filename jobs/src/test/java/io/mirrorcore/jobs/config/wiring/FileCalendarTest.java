package io.mirrorcore.jobs.config.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.Intake;
import io.mirrorcore.jobs.intake.IntakePlan;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCalendarTest {

  @TempDir private Path directory;

  private static final Path FILE = Path.of("data", "coins.csv");

  /** Every day of a year, also at weekends. */
  private static final long[] DAILY =
      LongStream.range(0, 365)
          .map(
              day ->
                  Instant.parse("2023-01-01T00:00:00Z").plus(Duration.ofDays(day)).toEpochMilli())
          .toArray();

  private static FileCalendar calendar(Predicate<String> given) {
    return FileCalendar.ofTimes(given, FILE, DAILY);
  }

  @Test
  void saysWhatItInfers() {
    assertThat(calendar(key -> false).inferred())
        .contains(
            "inferred from coins.csv: a bar every 1d, 1 bars a day, 365 a year"
                + " (bars.interval, bars.per-day, bars.per-year)");
  }

  @Test
  void doesNotCallInferredWhatTheUserHasSet() {
    Predicate<String> given = PipelineKeys.BARS_PER_YEAR.key()::equals;
    assertThat(calendar(given).inferred())
        .contains(
            "inferred from coins.csv: a bar every 1d, 1 bars a day (bars.interval, bars.per-day)");
    assertThat(calendar(given).barsPerYearSource(given)).isEqualTo("given");
  }

  @Test
  void saysThatNoDayIsWholeInsteadOfCountingIt() {
    long[] seconds =
        LongStream.rangeClosed(1, 305).map(second -> DAILY[0] + second * 1000).toArray();
    FileCalendar calendar = FileCalendar.ofTimes(key -> false, FILE, seconds);
    assertThat(calendar.presets()).containsOnlyKeys("bars.interval", "ensemble.period");
    assertThat(calendar.inferred().orElseThrow())
        .isEqualTo(
            "inferred from coins.csv: a bar every 1s (bars.interval); no day in it is whole, so its"
                + " figures are as of a market that never closes: set sessions, or bars.per-day and"
                + " bars.per-year, if it does");
    assertThat(calendar.barsPerYearSource(key -> false))
        .isEqualTo("bars.interval and the usual days of a year");
  }

  @Test
  void callsMonthsMonths() {
    long[] months = LongStream.rangeClosed(1, 9).map(m -> DAILY[(int) m * 30]).toArray();
    assertThat(FileCalendar.ofTimes(key -> false, FILE, months).inferred().orElseThrow())
        .startsWith("inferred from coins.csv: a bar every month, ")
        .contains(", 12 a year");
  }

  private FileCalendar of(Settings given, String... rows) throws IOException {
    Path file = directory.resolve("prices.csv");
    Files.writeString(
        file, "symbol,time,open,high,low,close,volume\n" + String.join("\n", rows) + "\n");
    IntakePlan plan = new IntakePlan(ParserSettings.DEFAULT, Duration.ofSeconds(1), null, true);
    try (Intake intake = Intake.of(plan, Map.of(RecordKind.BAR, file), null)) {
      return FileCalendar.of(given, intake);
    }
  }

  private static String[] daily(String symbol, int days, int everyDays) {
    return IntStream.range(0, days)
        .mapToObj(day -> symbol + "," + DAILY[day * everyDays] + ",1,1,1,1,1")
        .toArray(String[]::new);
  }

  /** Mondays and Tuesdays of so many weeks. */
  private static String[] mondays(String symbol, int weeks) {
    return IntStream.range(0, weeks)
        .flatMap(week -> IntStream.of(7 * week + 1, 7 * week + 2))
        .mapToObj(day -> symbol + "," + DAILY[day] + ",1,1,1,1,1")
        .toArray(String[]::new);
  }

  @Test
  void declaredSessionsGoBeforeWhatTheDataLookLike() throws IOException {
    Settings given = Settings.defaults().with("sessions.SAP", "xetra");
    FileCalendar calendar = of(given, mondays("SAP", 4));
    assertThat(calendar.presets()).containsEntry("bars.per-year", "254.0");
    assertThat(calendar.inferred())
        .contains(
            "inferred from prices.csv: a bar every 1d (bars.interval);"
                + " by sessions: 1 bars a day, 254 a year");
    assertThat(of(Settings.defaults(), mondays("SAP", 4)).presets())
        .as("by the weekdays that are in it")
        .containsEntry("bars.per-year", "252.0");
    assertThat(calendar.barsPerYearSource(given::isSet)).isEqualTo("sessions");
    FileCalendar other = of(given, daily("OTHER", 30, 1));
    assertThat(other.presets()).containsEntry("bars.per-year", "365.0");
    assertThat(other.barsPerYearSource(given::isSet)).isEqualTo("inferred from the data");
  }

  /** Minutes of a symbol, so many milliseconds beside the full minute. */
  private static Stream<String> minutes(String symbol, int count, long beside) {
    return IntStream.range(0, count)
        .mapToObj(minute -> symbol + "," + (DAILY[1] + minute * 60_000L + beside) + ",1,1,1,1,1");
  }

  private FileCalendar ofTwo(long beside, String align) throws IOException {
    Settings given =
        align == null ? Settings.defaults() : Settings.defaults().with("bars.align", align);
    return of(
        given, Stream.concat(minutes("A", 30, 0), minutes("B", 30, beside)).toArray(String[]::new));
  }

  @Test
  void stampsBesideTheirCloseAreRefusedBeyondTheTolerance() throws IOException {
    assertThat(ofTwo(-1, null).presets()).containsEntry("bars.interval", "60000ms");
    assertThat(ofTwo(3_000, null).presets()).containsEntry("bars.interval", "60000ms");
    assertThat(ofTwo(30_000, null).presets()).as("another market").isNotEmpty();
    assertThatThrownBy(() -> ofTwo(10_000, null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("prices.csv has bars of B that close 10s beside those of A")
        .hasMessageContaining("set bars.align=10s");
    assertThat(ofTwo(10_000, "10s").presets()).isNotEmpty();
    assertThat(ofTwo(10_000, "0s").presets()).isNotEmpty();
  }

  /** Three symbols of so many bars, each stamped by chance at most so far beside its close. */
  private static String[] scattered(Duration interval, int bars, Duration beside) {
    Random random = new Random(5);
    long start = Instant.parse("2023-01-02T00:00:00Z").toEpochMilli();
    List<String> rows = new ArrayList<>();
    for (int bar = 1; bar <= bars; bar++) {
      for (String symbol : List.of("A", "B", "C")) {
        long off = Math.round((2 * random.nextDouble() - 1) * beside.toMillis());
        rows.add(symbol + "," + (start + bar * interval.toMillis() + off) + ",1,1,1,1,1");
      }
    }
    return rows.toArray(String[]::new);
  }

  private FileCalendar of(String[] rows, Map<String, Object> set) throws IOException {
    return of(Settings.defaults().with(set), rows);
  }

  @Test
  void stampsThatScatterFromSymbolToSymbolAreRefused() throws IOException {
    String[] minutes = scattered(Duration.ofMinutes(5), 200, Duration.ofSeconds(40));
    assertThatThrownBy(() -> of(minutes, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("its stamps scatter around the closes")
        .hasMessageContaining("set bars.align");
    assertThat(of(minutes, Map.of("bars.align", "0s")).inferred()).isPresent();

    String[] days = scattered(Duration.ofDays(1), 200, Duration.ofMinutes(10));
    assertThatThrownBy(() -> of(days, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("stamp the bars of a day alike");
  }

  @Test
  void sessionsThatAreShorterThanTheDataAreRefused() throws IOException {
    String[] everyDay = scattered(Duration.ofDays(1), 200, Duration.ZERO);
    assertThatThrownBy(() -> of(everyDay, Map.of("sessions.*", "nyse")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("365 closes a year, and its sessions make 252")
        .hasMessageContaining("bars.per-year=365");
    assertThat(of(everyDay, Map.of("sessions.*", "24x7")).inferred()).isPresent();
    assertThat(
            of(everyDay, Map.of("sessions.*", "nyse", "bars.per-year", 365, "bars.per-day", 1))
                .inferred())
        .isPresent();
  }

  @Test
  void quartersAreLongerThanAnyBarHere() throws IOException {
    String[] quarters = scattered(Duration.ofDays(91), 60, Duration.ZERO);
    assertThatThrownBy(() -> of(quarters, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("has a bar every 91 days");
  }

  @Test
  void refusedRowsDoNotCount() throws IOException {
    String[] rows = daily("BTC", 40, 1);
    rows[10] = "BTC,4,1,1,1,1,1";
    rows[20] = "BTC," + DAILY[20] + ",1,0,1,1,1";
    assertThat(of(Settings.defaults(), rows).presets()).containsEntry("bars.per-year", "365.0");
  }
}
