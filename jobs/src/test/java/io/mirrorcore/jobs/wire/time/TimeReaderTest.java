package io.mirrorcore.jobs.wire.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

  private static final TimeReader BARS = InputTimes.DEFAULT.of(RecordKind.BAR);
  private static final TimeReader NEW_YORK =
      InputTimes.DEFAULT.in(ZoneId.of("America/New_York")).of(RecordKind.TICK);

  private static Rejection rejection(TimeReader reader, String text) {
    try {
      throw new AssertionError(text + " is read as " + reader.read(text));
    } catch (Rejection e) {
      return e;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1672779600",
        "1672779600000",
        "1672779600000000",
        "1672779600000000000",
        "1672779600.0",
        "1672779600000.0",
        "1.6727796E9",
        "1.6727796E+12",
        "1.6727796e15",
        "1.6727796E+18",
        "2023-01-03T21:00:00Z",
        "2023-01-03T16:00:00-05:00",
        "2023-01-03 21:00:00+00:00",
        "2023-01-03T21:00Z",
        "2023-01-03 21:00:00.000000 UTC",
        "20230103T210000Z",
        "2023-01-03",
        "20230103",
        "2023/01/03"
      })
  void readsOneMomentHoweverItIsWritten(String text) throws Rejection {
    assertThat(BARS.read(text)).isEqualTo(1_672_779_600_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2023-11-16 09:30:00", "2023-11-16T09:30", "20231116 09:30:00", "20231116093000"})
  void readsATimeOfDayByTheClockThatTheUserNames(String text) throws Rejection {
    assertThat(NEW_YORK.read(text)).isEqualTo(1_700_145_000_000L);
    assertThat(rejection(BARS, text).getMessage())
        .contains("names no time zone", "--time-zone America/New_York");
  }

  @Test
  void roundsDownToMilliseconds() throws Rejection {
    assertThat(BARS.read("1735689660000999")).isEqualTo(1_735_689_660_000L);
    assertThat(BARS.read("1735689660000999999")).isEqualTo(1_735_689_660_000L);
    assertThat(BARS.read("2025-01-01T00:01:00.0009Z")).isEqualTo(1_735_689_660_000L);
    assertThat(BARS.read("1700000000.123")).isEqualTo(1_700_000_000_123L);
  }

  @ParameterizedTest
  @CsvSource({
    "0",
    "-5",
    "19345",
    "27879660",
    "315532799",
    "4102444800",
    "86400000",
    "99999999",
    "253402300799000",
    "5e15",
    "1e300",
    "12345678901234567890",
    "1979-12-31T23:59:59Z",
    "2100-01-01T00:00:00Z"
  })
  void refusesWhatIsNoTimeOfOurDaysInAnyUnit(String text) {
    Rejection rejection = rejection(BARS, text);

    assertThat(rejection.reason()).isEqualTo(RejectReason.OUT_OF_RANGE);
    assertThat(rejection.getMessage())
        .contains("from 1980 to 2099", "seconds? microseconds? a date like 20231116?")
        .contains("inputs.prices.time-unit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "01/02/2024", "2023-02-30", "2023-11-16T25:00Z", "1672779600000.5"})
  void refusesWhatCouldBeReadInTwoWaysOrInNone(String text) {
    assertThat(rejection(BARS, text).reason()).isEqualTo(RejectReason.MALFORMED);
  }

  @Test
  void refusesATimeThatTheClockSkips() {
    Rejection rejection = rejection(NEW_YORK, "2024-03-10 02:30:00");

    assertThat(rejection.getMessage()).contains("does not exist in America/New_York");
  }

  @Test
  void knowsNoLaterYearThanTheSettingsAllow() throws Rejection {
    TimeReader until2027 = InputTimes.DEFAULT.until(2027).of(RecordKind.BAR);
    long last = Instant.parse("2027-12-31T23:59:59.999Z").toEpochMilli();

    assertThat(until2027.read(last)).isEqualTo(last);
    assertThatExceptionOfType(Rejection.class).isThrownBy(() -> until2027.read(last + 1));
  }

  @ParameterizedTest
  @CsvSource({"S, 60, 60000", "MS, 60000, 60000", "US, 60000000, 60000", "NS, 1e15, 1000000000"})
  void takesTheUsersWordForAUnit(EpochUnit unit, String text, long time) throws Rejection {
    TimeReader reader = InputTimes.DEFAULT.in(unit).of(RecordKind.TICK);

    assertThat(reader.read(text)).isEqualTo(time);
    assertThat(rejection(reader, "-1").getMessage()).contains("inputs.ticks.time-unit");
  }

  @Test
  void aDateOfReturnsBeginsInGreenwich() throws Rejection {
    assertThat(InputTimes.DEFAULT.ofReturns().read("2023-01-03"))
        .isEqualTo(Instant.parse("2023-01-03T00:00:00Z").toEpochMilli());
  }

  @Test
  void aNumberIsReadAlikeWhetherItComesAsTextOrAsNumber() throws Rejection {
    for (long second = 320_000_000; second < 4_000_000_000L; second += 7_654_321) {
      long time = second * 1_000 + second % 1_000;
      assertThat(BARS.read((double) time)).isEqualTo(time);
      assertThat(BARS.read(time)).isEqualTo(time);
      assertThat(BARS.read(Long.toString(time))).isEqualTo(time);
      assertThat(BARS.read((double) time * 1_000)).isEqualTo(time);
      assertThat(BARS.read((double) time * 1_000_000)).isEqualTo(time);
    }
  }
}
