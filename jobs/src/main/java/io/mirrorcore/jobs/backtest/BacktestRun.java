package io.mirrorcore.jobs.backtest;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.BacktestMode;
import io.mirrorcore.backtest.BacktestResult;
import io.mirrorcore.backtest.BacktestSettings;
import io.mirrorcore.backtest.NothingToEvaluateException;
import io.mirrorcore.backtest.Provenance;
import io.mirrorcore.backtest.Trials;
import io.mirrorcore.backtest.TuningSummary;
import io.mirrorcore.jobs.config.BacktestOptions;
import io.mirrorcore.jobs.config.Choices;
import io.mirrorcore.jobs.config.EnsembleOptions;
import io.mirrorcore.jobs.config.PipelineOptions;
import io.mirrorcore.jobs.config.Settings;
import io.mirrorcore.jobs.report.ReportPage;
import io.mirrorcore.jobs.wire.DeadLetter;
import io.mirrorcore.jobs.wire.Json;
import io.mirrorcore.portfolio.EnsembleWeights;
import io.mirrorcore.portfolio.StrategyReturns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One backtest: the job, then the judgement of what it published, then the files. Whoever has a
 * cluster runs the job ({@link #define}) and calls {@link #report} when it has ended.
 */
public final class BacktestRun {

  private final BacktestPlan plan;
  private final BacktestFiles files;

  public BacktestRun(BacktestPlan plan, BacktestFiles files) {
    this.plan = plan;
    this.files = files;
  }

  /** Adds the job to {@code env}. */
  public void define(StreamExecutionEnvironment env) {
    BacktestTopology.define(env, plan.settings(), plan.inputs(), files.work());
  }

  /** Strategy returns of the judged portfolio, once the job has ended. */
  public Iterable<StrategyReturns> returns() {
    return returns(portfolio());
  }

  /**
   * Judges and writes, once the job has ended.
   *
   * @param tuning that chose the parameters, or null
   * @param trials that the ensemble was chosen from
   * @throws BacktestException when there is nothing to judge, with the reason
   */
  public BacktestResult report(TuningSummary tuning, Trials trials) throws IOException {
    String portfolio = portfolio();
    requireEnoughBars(portfolio);
    BacktestResult result = evaluate(portfolio, trials);
    result = tuning == null ? result : result.withTuning(tuning);
    byte[] json = Json.encode(result);
    Files.write(files.work(BacktestFiles.REPORT_JSON), json);
    Files.writeString(files.work(BacktestFiles.CONFIGURATION), configuration());
    CsvTables.equity(result, files.work(BacktestFiles.EQUITY_CSV));
    CsvTables.weights(weights(portfolio), files.work(BacktestFiles.WEIGHTS_CSV));
    CsvTables.returns(returns(portfolio), files.work(BacktestFiles.RETURNS_CSV));
    ReportPage.write(
        new String(json, StandardCharsets.UTF_8), files.work(BacktestFiles.REPORT_HTML));
    files.publish();
    return result;
  }

  private String portfolio() {
    List<String> names = plan.settings().portfolios().names();
    if (plan.portfolio() != null) {
      if (plan.inputs().returns() == null && !names.contains(plan.portfolio())) {
        throw new BacktestException(
            "there is no portfolio %s; there are %s".formatted(plan.portfolio(), names));
      }
      return plan.portfolio();
    }
    TreeSet<String> found = new TreeSet<>();
    try (Stream<StrategyReturns> all = allReturns().stream()) {
      all.forEach(record -> found.add(record.portfolio()));
    }
    if (found.size() > 1) {
      throw new BacktestException(
          "one portfolio is judged at a time; choose --portfolio of " + found);
    }
    return found.isEmpty() ? names.get(0) : found.first();
  }

  private JsonLinesFile<StrategyReturns> allReturns() {
    return new JsonLinesFile<>(
        files.work(BacktestFiles.RETURNS), StrategyReturns.class, record -> true);
  }

  private JsonLinesFile<StrategyReturns> returns(String portfolio) {
    return new JsonLinesFile<>(
        files.work(BacktestFiles.RETURNS),
        StrategyReturns.class,
        record -> record.portfolio().equals(portfolio));
  }

  private JsonLinesFile<EnsembleWeights> weights(String portfolio) {
    return weights(BacktestFiles.WEIGHTS, portfolio);
  }

  private JsonLinesFile<EnsembleWeights> weights(String file, String portfolio) {
    return new JsonLinesFile<>(
        files.work(file), EnsembleWeights.class, record -> record.portfolio().equals(portfolio));
  }

  private void requireEnoughBars(String portfolio) {
    if (!walks()) {
      return;
    }
    int train = plan.settings().get(BacktestOptions.TRAIN);
    int test = plan.settings().get(BacktestOptions.TEST);
    long bars;
    try (Stream<StrategyReturns> all = returns(portfolio).stream()) {
      bars = all.count();
    }
    if (bars < train + test) {
      throw new BacktestException(
          "%d bars of returns are fewer than backtest.train + backtest.test = %d + %d; give more data or set them lower%s"
              .formatted(bars, train, test, rejectedHint()));
    }
  }

  private String rejectedHint() {
    Map<String, Long> reasons = new TreeMap<>();
    try (Stream<DeadLetter> letters = deadLetters().stream()) {
      letters.forEach(letter -> reasons.merge(letter.reason().name(), 1L, Long::sum));
    }
    return reasons.isEmpty() ? "" : " (records refused: " + reasons + ")";
  }

  private JsonLinesFile<DeadLetter> deadLetters() {
    return new JsonLinesFile<>(
        files.work(BacktestFiles.DEAD_LETTERS), DeadLetter.class, letter -> true);
  }

  private boolean walks() {
    return plan.settings().get(BacktestOptions.MODE) == Choices.Walk.WALK_FORWARD;
  }

  private BacktestResult evaluate(String portfolio, Trials trials) throws IOException {
    BacktestEvaluation evaluation = new BacktestEvaluation(judged(trials));
    boolean cash = BacktestTopology.holdsCash(plan.settings());
    try {
      returns(portfolio).forEach(evaluation::add);
      weights(portfolio).forEach(record -> add(evaluation, record, cash));
      if (BacktestTopology.hasVariant(plan.settings())) {
        weights(BacktestFiles.VARIANT, portfolio).forEach(record -> add(evaluation, record, !cash));
      }
      return evaluation.result(new Provenance(data(), notes(portfolio), configuration()));
    } catch (NothingToEvaluateException e) {
      throw new BacktestException(e.getMessage() + rejectedHint());
    }
  }

  private static void add(BacktestEvaluation evaluation, EnsembleWeights record, boolean cash) {
    if (cash) {
      evaluation.addWithCash(record);
    } else {
      evaluation.add(record);
    }
  }

  private BacktestSettings judged(Trials trials) {
    Settings settings = plan.settings();
    return new BacktestSettings(
        walks() ? BacktestMode.WALK_FORWARD : BacktestMode.EVENT,
        walks() ? settings.get(BacktestOptions.TRAIN) : settings.get(EnsembleOptions.WINDOW),
        walks() ? settings.get(BacktestOptions.TEST) : 0,
        walks() && settings.get(BacktestOptions.ANCHORED),
        PipelineOptions.BARS_INTERVAL.text(settings.get(PipelineOptions.BARS_INTERVAL)),
        settings.barsPerYear(),
        plan.barsPerYearSource(),
        settings.get(BacktestOptions.CAPITAL),
        settings.get(BacktestOptions.COST),
        settings.get(EnsembleOptions.CASH_RATE) / settings.barsPerYear(),
        settings.get(PipelineOptions.BARS_ZONE),
        trials);
  }

  private List<Provenance.DataFile> data() throws IOException {
    Map<String, Long> rejected = new TreeMap<>();
    try (Stream<DeadLetter> letters = deadLetters().stream()) {
      letters.forEach(letter -> rejected.merge(letter.topic(), 1L, Long::sum));
    }
    return plan.inputs().count().entrySet().stream()
        .map(
            file ->
                new Provenance.DataFile(
                    file.getKey(), file.getValue(), rejected.getOrDefault(file.getKey(), 0L)))
        .toList();
  }

  private List<String> notes(String portfolio) {
    List<String> notes = new ArrayList<>();
    TreeSet<String> idle = new TreeSet<>();
    try (Stream<StrategyReturns> all = returns(portfolio).stream()) {
      TreeMap<String, Boolean> deployed = new TreeMap<>();
      all.forEach(
          r -> r.deployed().forEach((id, on) -> deployed.merge(id, on, Boolean::logicalOr)));
      deployed.forEach((id, on) -> idle.addAll(on ? List.of() : List.of(id)));
    }
    if (!idle.isEmpty()) {
      notes.add(
          idle.stream().collect(Collectors.joining(", "))
              + " never had a position: without their input, or without an occasion, such"
              + " strategies are left out of the estimates and stand with returns of 0.");
    }
    String hint = rejectedHint();
    if (!hint.isEmpty()) {
      notes.add("Some records were refused and are in dead-letter.jsonl" + hint + ".");
    }
    if (!BacktestTopology.hasVariant(plan.settings())) {
      notes.add(
          "There is no ensemble with cash: the objective "
              + plan.settings().get(EnsembleOptions.OBJECTIVE)
              + " does not weigh return against risk.");
    }
    return notes;
  }

  private String configuration() {
    return "# ./mirrorcore run --replay --config THIS gives the same weights, byte for byte.\n"
        + plan.settings().given();
  }
}
