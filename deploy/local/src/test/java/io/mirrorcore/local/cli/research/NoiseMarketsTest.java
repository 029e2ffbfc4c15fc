package io.mirrorcore.local.cli.research;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.report.Verdict;
import io.mirrorcore.backtest.track.TrackKind;
import io.mirrorcore.jobs.backtest.BacktestInputs;
import io.mirrorcore.jobs.backtest.BacktestPlan;
import io.mirrorcore.jobs.backtest.BacktestRecords;
import io.mirrorcore.jobs.backtest.BacktestTopology;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.output.WorkDirectory;
import io.mirrorcore.jobs.topology.JobEnvironment;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.local.job.LocalJob;
import io.mirrorcore.portfolio.ensemble.Ensemble;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is claimed where there is nothing: random walks of 12 symbols over six years of days, with
 * costs, through the live topology, every strategy and every profile. One takes about a minute on
 * two busy cores, so it runs only with {@code mvn test -Psoak}; {@code mirrorcore.noise.markets}
 * says how many, 200 where it is not set.
 */
@EnabledIfSystemProperty(named = "mirrorcore.soak", matches = "true")
class NoiseMarketsTest {

  private static final int MARKETS = Integer.getInteger("mirrorcore.noise.markets", 200);
  private static final int SYMBOLS = 12;
  private static final int YEARS = 6;
  private static final List<String> PROFILES = List.of("guide", "evidence", "overlay");

  /** One claim in twenty markets; the verdict asks for 99 %, so chance alone makes fewer. */
  private static final double MOST_CLAIMS = 0.05;

  private static final Settings SETTINGS =
      Settings.defaults()
          .with(
              Map.of(
                  "bars.interval", "1d",
                  "bars.per-day", "1",
                  "bars.per-year", "252",
                  "job.inputs", "prices"));

  @TempDir private Path directory;

  private final Map<Verdict.Outcome, int[]> verdicts = new EnumMap<>(Verdict.Outcome.class);
  private final List<Double> promised = new ArrayList<>();
  private final List<Double> turnovers = new ArrayList<>();
  private double overlayBelowHold;

  @Test
  void nothingIsClaimedPromisedOrTradedThatIsNotThere() throws Exception {
    for (int seed = 1; seed <= MARKETS; seed++) {
      Path prices =
          Files.write(directory.resolve("prices.csv"), market(new SplittableRandom(seed)));
      judge(List.of("guide"), prices);
      judge(List.of("evidence", "overlay"), prices);
      System.out.printf(Locale.ROOT, "noise %d: %s%n", seed, summary());
    }
    for (int p = 0; p < PROFILES.size(); p++) {
      assertThat(count(Verdict.Outcome.SHOWN)[p])
          .as("markets of " + MARKETS + " on which " + PROFILES.get(p) + " is said to be better")
          .isLessThanOrEqualTo((int) Math.ceil(MOST_CLAIMS * MARKETS));
    }
    assertThat(median(promised)).as("annual Sharpe ratio that evidence publishes").isLessThan(1);
    assertThat(median(turnovers)).as("turnover a rebalance of evidence").isLessThan(0.05);
    assertThat(overlayBelowHold / MARKETS).as("Sharpe that overlay costs").isLessThan(0.02);
  }

  private String summary() {
    StringBuilder text = new StringBuilder();
    for (int p = 0; p < PROFILES.size(); p++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s better %d, worse %d; ",
              PROFILES.get(p),
              count(Verdict.Outcome.SHOWN)[p],
              count(Verdict.Outcome.WORSE)[p]));
    }
    return text
        + String.format(
            Locale.ROOT,
            "evidence promises %.2f and trades %.3f; overlay costs %.3f in all",
            median(promised),
            median(turnovers),
            overlayBelowHold);
  }

  private int[] count(Verdict.Outcome outcome) {
    return verdicts.computeIfAbsent(outcome, key -> new int[PROFILES.size()]);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** One ledger for the profiles that ask for the same strategies: two of them ask for HOLD. */
  private void judge(List<String> profiles, Path prices) throws Exception {
    BacktestInputs inputs = new BacktestInputs(Map.of(RecordKind.BAR, prices), null);
    BacktestPlan ledger = plan(profiles.get(0), inputs);
    Path work = Files.createDirectory(directory.resolve("work"));
    try (LocalJob run =
        LocalJob.start(
            JobEnvironment.offline(ledger.job().run()),
            ledger.job().run(),
            env -> BacktestTopology.defineReturns(env, ledger.job(), inputs, work))) {
      run.await();
    }
    for (String profile : profiles) {
      BacktestResult result = result(profile, plan(profile, inputs), work);
      count(result.verdict().outcome())[PROFILES.indexOf(profile)]++;
      if (profile.equals("overlay")) {
        overlayBelowHold += sharpe(result, TrackKind.HOLD_AT_VOLATILITY);
        overlayBelowHold -= sharpe(result, TrackKind.ENSEMBLE);
      }
    }
    WorkDirectory.delete(work);
  }

  private static BacktestPlan plan(String profile, BacktestInputs inputs) throws Exception {
    return BacktestPlan.of(SETTINGS.with("ensemble.profile", profile), inputs, "given", null);
  }

  private BacktestResult result(String profile, BacktestPlan plan, Path work) {
    Iterable<PortfolioBar> closes = BacktestRecords.closes(work, "main");
    BacktestEvaluation evaluation = new BacktestEvaluation(plan.judgement(Trials.ONE), closes);
    BacktestRecords.returns(work, "main").forEach(evaluation::add);
    Ensemble ensemble = new Ensemble("main", plan.job().ensemble());
    for (PortfolioBar close : closes) {
      EnsembleWeights weights = ensemble.onBar(close).weights();
      if (weights != null) {
        evaluation.add(weights);
        remember(profile, weights);
      }
    }
    return evaluation.result(Provenance.NONE);
  }

  private void remember(String profile, EnsembleWeights weights) {
    if (profile.equals("evidence") && !weights.rebalance().decision().equals("WARMUP")) {
      promised.add(weights.risk().sharpeAnnualised());
      turnovers.add(weights.rebalance().turnover());
    }
  }

  private static double sharpe(BacktestResult result, TrackKind kind) {
    return result.tracks().stream()
        .filter(track -> track.kind() == kind)
        .mapToDouble(track -> track.figures().ratios().sharpe())
        .findFirst()
        .orElseThrow();
  }

  /** Random walks: each return has the mean 0, whatever was before. */
  private static List<String> market(SplittableRandom random) {
    List<String> rows = new ArrayList<>(List.of("symbol,time,open,high,low,close,volume"));
    double[] closes = new double[SYMBOLS];
    Arrays.fill(closes, 100);
    LocalDate day = LocalDate.of(2015, 1, 2);
    for (int bar = 0; bar < YEARS * 252; bar++) {
      while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        day = day.plusDays(1);
      }
      long time = day.atTime(LocalTime.of(21, 0)).toInstant(ZoneOffset.UTC).toEpochMilli();
      double common = 0.008 * random.nextGaussian();
      for (int s = 0; s < SYMBOLS; s++) {
        double open = closes[s];
        closes[s] *= 1 + common + (0.008 + 0.001 * s) * random.nextGaussian();
        double high = Math.max(open, closes[s]) * (1 + 0.004 * random.nextDouble());
        double low = Math.min(open, closes[s]) * (1 - 0.004 * random.nextDouble());
        long volume = Math.round(1e6 * Math.exp(0.4 * random.nextGaussian()));
        rows.add("N%02d,%d,%s,%s,%s,%s,%d".formatted(s, time, open, high, low, closes[s], volume));
      }
      day = day.plusDays(1);
    }
    return rows;
  }
}
