package io.mirrorcore.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.backtest.LiveTracks.Courses;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.track.Track;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tracks of records that are still coming in. */
class LiveTracksTest {

  private static final int DAYS = 400;
  private static final BacktestSettings SETTINGS = Records.settings(1, 0.001);

  private final List<StrategyReturns> returns = Records.noise(new Random(3), DAYS, 4, 0.01);
  private final List<EnsembleWeights> weights =
      Records.randomWeights(new Random(4), 30, DAYS - 1, 7, 4);

  @Test
  void areThoseOfABacktestOfTheSameRecordsWheneverTheyAreAsked() {
    LiveTracks live = new LiveTracks(SETTINGS);
    for (int day = 0; day < DAYS; day++) {
      live.add(returns.get(day));
      long time = returns.get(day).time();
      weights.stream().filter(record -> record.time() == time).forEach(live::add);
      if (day % 90 == 89) {
        same(live.courses().orElseThrow(), backtest(time));
      }
    }
  }

  @Test
  void takeInWeightsThatComeBehindTheReturnsTheyAreOlderThan() {
    LiveTracks live = new LiveTracks(SETTINGS);
    returns.forEach(live::add);
    weights.forEach(live::add);

    same(live.courses().orElseThrow(), backtest(Long.MAX_VALUE));
  }

  @Test
  void areNoneBeforeABarHasFollowedTheFirstWeights() {
    LiveTracks live = new LiveTracks(SETTINGS);
    assertThat(live.courses()).isEmpty();
    returns.subList(0, 30).forEach(live::add);
    live.add(weights.get(0));
    assertThat(live.courses()).isEmpty();

    live.add(returns.get(30));

    assertThat(live.courses().orElseThrow().times()).containsExactly(returns.get(30).time());
  }

  @Test
  void giveAnIntervalOfTheNewestBarsAroundTheirRatio() {
    LiveTracks live = new LiveTracks(SETTINGS);
    returns.forEach(live::add);
    weights.forEach(live::add);
    Courses courses = live.courses().orElseThrow();
    double newest = courses.ensemble().rolling().get(courses.times().length - 1);

    assertThat(live.interval(courses.ensemble().returns(), live.window()).orElseThrow())
        .satisfies(interval -> assertThat(newest).isBetween(interval.low(), interval.high()));
    assertThat(live.interval(new double[5], live.window())).isEmpty();
  }

  private BacktestResult backtest(long upTo) {
    BacktestEvaluation backtest = new BacktestEvaluation(SETTINGS);
    returns.stream().filter(bar -> bar.time() <= upTo).forEach(backtest::add);
    weights.stream().filter(record -> record.time() <= upTo).forEach(backtest::add);
    return backtest.result(Provenance.NONE);
  }

  private static void same(Courses live, BacktestResult backtest) {
    same(live.ensemble(), Records.track(backtest, TrackKind.ENSEMBLE));
    same(live.equalWeight(), Records.track(backtest, TrackKind.EQUAL_WEIGHT));
  }

  private static void same(LiveTracks.Course live, Track track) {
    assertThat(live.equity()).containsExactly(track.equity());
    assertThat(live.drawdown()).containsExactly(track.drawdown());
    assertThat(live.rolling()).containsExactlyElementsOf(track.rollingSharpe());
    assertThat(live.figures()).isEqualTo(track.figures());
  }
}
