package io.mirrorcore.regime;

import static io.mirrorcore.regime.Regime.MIXED;
import static io.mirrorcore.regime.Regime.RANGING;
import static io.mirrorcore.regime.Regime.TRENDING;
import static io.mirrorcore.regime.Regime.VOLATILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.regime.RegimeCalendar.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegimeCalendarTest {

  private static final RegimeCalendar CALENDAR =
      new RegimeCalendar(
          List.of(
              new Row("*", 30, RANGING),
              new Row("*", 10, TRENDING),
              new Row("own", 20, VOLATILE),
              new Row("own", 30, MIXED)));

  @Test
  void theNewestThatIsNotAfterTheCloseRules() {
    assertThat(CALENDAR.at("other", 9)).isEqualTo(MIXED);
    assertThat(CALENDAR.at("other", 10)).isEqualTo(TRENDING);
    assertThat(CALENDAR.at("other", 29)).isEqualTo(TRENDING);
    assertThat(CALENDAR.at("other", 1000)).isEqualTo(RANGING);
  }

  @Test
  void aPortfoliosOwnCountsWhereItIsNewerOrOfTheSameTime() {
    assertThat(CALENDAR.at("own", 9)).isEqualTo(MIXED);
    assertThat(CALENDAR.at("own", 19)).isEqualTo(TRENDING);
    assertThat(CALENDAR.at("own", 20)).isEqualTo(VOLATILE);
    assertThat(CALENDAR.at("own", 30)).isEqualTo(MIXED);
    assertThat(CALENDAR.portfolios()).containsExactly("*", "own");
  }

  @Test
  void othersHaveNothingOfIt() {
    RegimeCalendar alone = new RegimeCalendar(List.of(new Row("own", 20, VOLATILE)));
    assertThat(alone.at("other", 30)).isEqualTo(MIXED);
    assertThat(alone.at("own", 19)).isEqualTo(MIXED);
    assertThat(alone).isNotEqualTo(CALENDAR).hasToString("{own={20=VOLATILE}}");
    assertThat(alone)
        .isEqualTo(new RegimeCalendar(List.of(new Row("own", 20, VOLATILE))))
        .hasSameHashCodeAs(new RegimeCalendar(List.of(new Row("own", 20, VOLATILE))));
  }

  @Test
  void twoAtOnceAreRefused() {
    List<Row> twice = List.of(new Row("*", 1, MIXED), new Row("*", 1, RANGING));
    assertThatThrownBy(() -> new RegimeCalendar(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one regime at a time");
  }

  @Test
  void everySourceHasItsId() {
    assertThat(RegimeSource.all())
        .extracting(RegimeSource::id)
        .startsWith("detector", "file", "fixed:" + TRENDING)
        .doesNotHaveDuplicates();
    assertThat(RegimeSource.told(CALENDAR).ruling(TRENDING, "own", 20)).isEqualTo(VOLATILE);
    assertThat(RegimeSource.DETECTOR.ruling(TRENDING, "own", 20)).isEqualTo(TRENDING);
  }
}
