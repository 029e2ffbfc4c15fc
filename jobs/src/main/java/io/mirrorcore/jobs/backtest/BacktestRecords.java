package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.intake.Refusals;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PerformanceRecord;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.StrategyReturns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The records that the job of a backtest has written into a directory, of the one portfolio that is
 * judged. To be read when the job has ended.
 */
public final class BacktestRecords {

  private final BacktestPlan plan;
  private final Path directory;
  private String portfolio; // found when first asked for

  /**
   * @param plan of the backtest
   * @param directory with the job's files
   */
  public BacktestRecords(BacktestPlan plan, Path directory) {
    this.plan = plan;
    this.directory = directory;
  }

  /**
   * Whose ensemble is judged.
   *
   * @throws BacktestException where the plan names one that is not there, or none of several
   */
  public String portfolio() {
    if (portfolio == null) {
      portfolio = plan.portfolio() == null ? onlyPortfolio() : plannedPortfolio();
    }
    return portfolio;
  }

  private String plannedPortfolio() {
    List<String> names = plan.settings().portfolios().names();
    if (plan.inputs().returns() == null && !names.contains(plan.portfolio())) {
      throw new BacktestException(
          "there is no portfolio %s; there are %s".formatted(plan.portfolio(), names));
    }
    return plan.portfolio();
  }

  private String onlyPortfolio() {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<StrategyReturns> all = allReturns().stream()) {
      all.forEach(record -> found.add(record.portfolio()));
    }
    if (found.size() > 1) {
      throw new BacktestException(
          "one portfolio is judged at a time; choose --portfolio of " + found);
    }
    return found.isEmpty() ? plan.settings().portfolios().names().get(0) : found.first();
  }

  private JsonLinesFile<StrategyReturns> allReturns() {
    return new JsonLinesFile<>(
        directory.resolve(BacktestFiles.RETURNS), StrategyReturns.class, record -> true);
  }

  /** Strategy returns of the portfolio. */
  public Iterable<StrategyReturns> returns() {
    return returns(directory, portfolio());
  }

  /** Strategy returns of a portfolio, in the files of a job. */
  public static Iterable<StrategyReturns> returns(Path directory, String portfolio) {
    return new JsonLinesFile<>(
        directory.resolve(BacktestFiles.RETURNS),
        StrategyReturns.class,
        record -> record.portfolio().equals(portfolio));
  }

  /**
   * Closes of a portfolio, in the files of a job; null where it has not seen any, because it began
   * with strategy returns.
   */
  public static Iterable<PortfolioBar> closes(Path directory, String portfolio) {
    Path file = directory.resolve(BacktestFiles.CLOSES);
    return Files.exists(file) ? new ClosesFile(file, portfolio) : null;
  }

  /** Weights of the portfolio, those of the job or those of the variant. */
  Iterable<EnsembleWeights> weights(String file) {
    return new JsonLinesFile<>(
        directory.resolve(file),
        EnsembleWeights.class,
        record -> record.portfolio().equals(portfolio()));
  }

  /** Performance of the portfolio, as the job told it. */
  Iterable<PerformanceRecord> performance() {
    return new JsonLinesFile<>(
        directory.resolve(BacktestFiles.PERFORMANCE),
        PerformanceRecord.class,
        record -> record.portfolio().equals(portfolio()));
  }

  /**
   * What was refused of each file.
   *
   * @param records of each file, good and bad, by its name
   */
  List<Refusals> refusals(Map<String, Long> records) throws IOException {
    return Refusals.read(directory.resolve(BacktestFiles.DEAD_LETTERS), records);
  }

  /** How many records were refused and for what, "2 LATE, 1 DUPLICATE"; empty where none was. */
  String rejectedByReason() {
    Map<RejectReason, Long> reasons = new TreeMap<>();
    try (Stream<DeadLetter> letters = deadLetters().stream()) {
      letters.forEach(letter -> reasons.merge(letter.reason(), 1L, Long::sum));
    }
    return reasons.entrySet().stream()
        .map(reason -> reason.getValue() + " " + reason.getKey())
        .collect(Collectors.joining(", "));
  }

  /** The same to be appended to a sentence; empty where none was. */
  String rejectedHint() {
    String reasons = rejectedByReason();
    return reasons.isEmpty()
        ? ""
        : " (records refused, see " + BacktestFiles.DEAD_LETTERS + ": " + reasons + ")";
  }

  private JsonLinesFile<DeadLetter> deadLetters() {
    return new JsonLinesFile<>(
        directory.resolve(BacktestFiles.DEAD_LETTERS), DeadLetter.class, letter -> true);
  }

  /** Strategies that never had a position. */
  Set<String> idle() {
    TreeMap<String, Boolean> deployed = new TreeMap<>();
    returns()
        .forEach(r -> r.deployed().forEach((id, on) -> deployed.merge(id, on, Boolean::logicalOr)));
    TreeSet<String> idle = new TreeSet<>();
    deployed.forEach((id, on) -> idle.addAll(on ? List.of() : List.of(id)));
    return idle;
  }

  /**
   * Insists on returns that are enough for the walk.
   *
   * @throws BacktestException saying how many there are
   */
  public void requireEnoughBars() {
    if (plan.settings().get(BacktestKeys.MODE) != Choices.Walk.WALK_FORWARD) {
      return;
    }
    int train = plan.settings().get(BacktestKeys.TRAIN);
    int test = plan.settings().get(BacktestKeys.TEST);
    long bars = 0;
    for (Iterator<StrategyReturns> all = returns().iterator(); all.hasNext(); all.next()) {
      bars++;
    }
    if (bars < train + test) {
      throw new BacktestException(
          "%d bars of returns are fewer than backtest.train + backtest.test = %d + %d; give more data or set them lower%s"
              .formatted(bars, train, test, rejectedHint()));
    }
  }
}
