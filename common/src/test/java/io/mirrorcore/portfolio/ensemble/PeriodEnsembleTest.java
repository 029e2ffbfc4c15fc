package io.mirrorcore.portfolio.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.portfolio.Restored;
import io.mirrorcore.portfolio.period.PartsOfDay;
import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.BarReturns;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.BarRate;
import io.mirrorcore.portfolio.settings.EnsembleSettings;
import io.mirrorcore.portfolio.settings.TimeSettings;
import io.mirrorcore.portfolio.settings.WarmUp;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bars that are put together to periods, and the start of an ensemble. */
class PeriodEnsembleTest {

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;
  private static final List<String> IDS = List.of("A", "B", "C", "D", "E", "F");
  private static final EnsembleSettings DAILY = EnsembleSettings.defaults(1, 365);

  private static EnsembleSettings hourly(long periodMs, double meanPrior, WarmUp warmUp) {
    double perDay = (double) DAY / periodMs;
    return EnsembleSettings.defaults(24, 24 * 365)
        .withTime(
            new TimeSettings(
                new PartsOfDay(periodMs, ZoneOffset.UTC),
                new BarRate(perDay, perDay * 365),
                meanPrior,
                warmUp));
  }

  private static PortfolioBar bar(long time, double... returns) {
    boolean[] deployed = new boolean[returns.length];
    double market = 0;
    for (int k = 0; k < returns.length; k++) {
      deployed[k] = returns[k] != 0;
      market += returns[k] / returns.length;
    }
    return new PortfolioBar.OfReturns("main", time, IDS, new BarReturns(returns, deployed, market));
  }

  private static List<PortfolioBar> noise(int hours, double scale) {
    Random random = new Random(7);
    return IntStream.rangeClosed(1, hours)
        .mapToObj(
            hour ->
                bar(
                    hour * HOUR,
                    IDS.stream().mapToDouble(id -> scale * random.nextGaussian()).toArray()))
        .toList();
  }

  private static List<EnsembleWeights> run(Ensemble ensemble, List<PortfolioBar> bars) {
    List<EnsembleWeights> records = new ArrayList<>();
    for (PortfolioBar bar : bars) {
      EnsembleWeights record = ensemble.onBar(bar).weights();
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }

  /** The same bars, those of each day compounded by hand. */
  private static List<PortfolioBar> days(List<PortfolioBar> hours) {
    List<PortfolioBar> days = new ArrayList<>();
    for (int day = 0; day < hours.size() / 24; day++) {
      double[] growth = new double[IDS.size()];
      double market = 1;
      for (int k = 0; k < growth.length; k++) {
        growth[k] = 1;
      }
      for (PortfolioBar hour : hours.subList(24 * day, 24 * day + 24)) {
        BarReturns earned = hour.earned().orElseThrow();
        for (int k = 0; k < growth.length; k++) {
          growth[k] *= 1 + earned.byStrategy()[k];
        }
        market *= 1 + earned.market();
      }
      boolean[] deployed = {true, true, true, true, true, true};
      for (int k = 0; k < growth.length; k++) {
        growth[k] -= 1;
      }
      days.add(
          new PortfolioBar.OfReturns(
              "main", (day + 1) * DAY, IDS, new BarReturns(growth, deployed, market - 1)));
    }
    return days;
  }

  @Test
  void hoursGiveTheWeightsOfTheirDaysAtTheCloseOfEach() {
    List<PortfolioBar> hours = noise(120 * 24, 0.002);
    List<EnsembleWeights> ofHours = run(new Ensemble("main", hourly(DAY, 0, WarmUp.none())), hours);
    List<EnsembleWeights> ofDays = run(new Ensemble("main", DAILY), days(hours));

    assertThat(ofHours).hasSameSizeAs(ofDays).hasSizeGreaterThan(20);
    for (int i = 0; i < ofHours.size(); i++) {
      assertThat(ofHours.get(i).time()).isEqualTo(ofDays.get(i).time());
      assertThat(ofHours.get(i).regime()).isEqualTo(ofDays.get(i).regime());
      assertThat(ofHours.get(i).certificate()).isLessThan(1e-8);
      for (String id : IDS) {
        assertThat(ofHours.get(i).target().weights().get(id))
            .isCloseTo(ofDays.get(i).target().weights().get(id), within(1e-7));
      }
      assertThat(ofHours.get(i).risk().sharpeAnnualised())
          .isCloseTo(ofDays.get(i).risk().sharpeAnnualised(), within(1e-6));
    }
  }

  @Test
  void aPeriodWhoseLastBarNeverCameEndsBeforeTheNextBar() {
    List<PortfolioBar> hours = new ArrayList<>(noise(40 * 24, 0.002));
    hours.removeIf(bar -> bar.time() == 30 * DAY); // the thirtieth day lacks its last hour
    Ensemble ensemble = new Ensemble("main", hourly(DAY, 0, WarmUp.none()));
    EnsembleWeights first = run(ensemble, hours).get(0);

    assertThat(first.time()).isEqualTo(30 * DAY + HOUR);
    assertThat(first.estimate().observations()).isEqualTo(30);
  }

  @Test
  void goesOnInTheMiddleOfAPeriodAfterARestore() {
    EnsembleSettings settings = hourly(DAY, 0, new WarmUp(0.5, new TreeSet<>()));
    List<PortfolioBar> hours = noise(60 * 24, 0.002);
    List<EnsembleWeights> whole = run(new Ensemble("main", settings), hours);
    int cut = 40 * 24 + 11;
    Ensemble before = new Ensemble("main", settings);
    List<EnsembleWeights> parts = new ArrayList<>(run(before, hours.subList(0, cut)));
    Ensemble after = Restored.from(before, new Ensemble("main", settings));
    parts.addAll(run(after, hours.subList(cut, hours.size())));

    assertThat(parts).isEqualTo(whole).isNotEmpty();
  }

  @Test
  void returnsOfPeriodsOfAnotherLengthAreNotReadOnAndTheWeightsAre() {
    EnsembleSettings inHours = EnsembleSettings.defaults(24, 24 * 365);
    List<PortfolioBar> hours = noise(200, 0.002);
    Ensemble before = new Ensemble("main", inHours);
    EnsembleWeights last = run(before, hours.subList(0, 100)).get(0);
    Ensemble after = Restored.from(before, new Ensemble("main", hourly(DAY, 0, WarmUp.none())));

    assertThat(run(after, hours.subList(100, 200))).isEmpty(); // four days are no estimate
    assertThat(after.equity()).isNotEqualTo(1);
    assertThat(last.rebalance().decision()).isEqualTo("INITIAL");
  }

  @Test
  void noiseBelowADayPromisesNothingAndMovesNothing() {
    List<PortfolioBar> bars = noise(4_000, 0.003);
    for (long period : new long[] {HOUR, 4 * HOUR, 12 * HOUR}) {
      List<EnsembleWeights> records =
          run(new Ensemble("main", hourly(period, 1, WarmUp.none())), bars);
      assertThat(records).hasSizeGreaterThan(10);
      assertThat(median(records.stream().map(r -> r.risk().sharpeAnnualised()).toList()))
          .isBetween(-0.05, 0.05);
      assertThat(median(records.stream().map(r -> r.rebalance().turnover()).toList()))
          .isLessThan(0.02);
    }
  }

  @Test
  void saysHowLongToWaitUntilThereAreEnoughPeriods() {
    Ensemble ensemble = new Ensemble("main", hourly(DAY, 0, WarmUp.none()));
    List<Alert> alerts = new ArrayList<>();
    for (PortfolioBar bar : noise(31 * 24, 0.002)) {
      alerts.addAll(ensemble.onBar(bar).alerts());
    }
    List<Alert> degraded = alerts.stream().filter(a -> a.key().equals("DEGRADED")).toList();
    assertThat(degraded.get(0).message())
        .isEqualTo(
            "no weights yet: 0 of 30 periods of returns are there, the first come in 30 periods");
    assertThat(degraded.get(0).state()).isEqualTo(Alert.State.FIRING);
    assertThat(degraded.get(0).time()).isEqualTo(HOUR);
    assertThat(degraded.get(1).state()).isEqualTo(Alert.State.RESOLVED);
    assertThat(degraded.get(1).time()).isEqualTo(30 * DAY);
  }

  @Test
  void equalWeightsOfTheActiveAreHeldUntilHalfOfThoseWithAnInputAre() {
    // F has no input; of the other five A trades from the start, B from day 10, C from day 20.
    TimeSettings time =
        new TimeSettings(
            DAILY.time().ends(), DAILY.bars(), 0, new WarmUp(0.5, new TreeSet<>(List.of("F"))));
    Ensemble ensemble = new Ensemble("main", DAILY.withTime(time));
    Random random = new Random(3);
    List<PortfolioBar> days =
        IntStream.rangeClosed(1, 60)
            .mapToObj(
                day ->
                    bar(
                        day * DAY,
                        0.01 * random.nextGaussian(),
                        day < 33 ? 0 : 0.01 * random.nextGaussian(),
                        day < 37 ? 0 : 0.01 * random.nextGaussian(),
                        0,
                        0,
                        0))
            .toList();
    List<EnsembleWeights> records = run(ensemble, days);

    assertThat(records.stream().limit(3).map(r -> r.rebalance().decision()))
        .containsExactly("WARMUP", "WARMUP", "INITIAL");
    EnsembleWeights alone = records.get(0);
    assertThat(alone.time()).isEqualTo(30 * DAY);
    assertThat(alone.rebalance().weights()).containsEntry("A", 1.0);
    assertThat(alone.target().objective()).isEqualTo("equal");
    assertThat(alone.certificate()).isLessThan(1e-8);
    EnsembleWeights two = records.get(1);
    assertThat(two.rebalance().weights()).containsEntry("A", 0.5).containsEntry("B", 0.5);
    assertThat(two.certificate()).isLessThan(1e-8);
    EnsembleWeights first = records.get(2);
    assertThat(first.target().objective()).isEqualTo("mean-variance");
    assertThat(first.rebalance().previousWeights()).isEqualTo(two.rebalance().weights());
    assertThat(first.rebalance().weights().values().stream().filter(w -> w > 0)).hasSize(3);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
