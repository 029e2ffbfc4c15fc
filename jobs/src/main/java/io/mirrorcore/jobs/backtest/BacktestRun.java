package io.mirrorcore.jobs.backtest;

import io.mirrorcore.backtest.BacktestEvaluation;
import io.mirrorcore.backtest.NothingToEvaluateException;
import io.mirrorcore.backtest.evidence.Trials;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.report.PromiseRow;
import io.mirrorcore.backtest.report.Provenance;
import io.mirrorcore.backtest.report.TuningSummary;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.intake.Refusals;
import io.mirrorcore.jobs.output.RunDirectory;
import io.mirrorcore.jobs.report.ReportPage;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One backtest: the job, then the judgement of what it published, then the files. Whoever has a
 * cluster runs the job ({@link #define}) and calls {@link #report} when it has ended.
 */
public final class BacktestRun {

  private final BacktestPlan plan;
  private final RunDirectory files;
  private final BacktestRecords records;
  private Path firstHalf; // where another job left its records, or null

  public BacktestRun(BacktestPlan plan, RunDirectory files) {
    this.plan = plan;
    this.files = files;
    records = new BacktestRecords(plan, files.work());
  }

  /** Adds the job to {@code env}. */
  public void define(StreamExecutionEnvironment env) {
    BacktestTopology.define(env, plan, files.work());
  }

  /**
   * Adds the second half of the job, from strategy returns to weights, to {@code env}; it gives the
   * bytes of the whole.
   *
   * @param directory where {@link BacktestTopology#defineReturns} left what the first half made
   */
  public void defineSecondHalf(StreamExecutionEnvironment env, Path directory) {
    firstHalf = directory;
    BacktestTopology.define(
        env, plan.ofReturns(directory.resolve(BacktestFiles.RETURNS)), files.work());
  }

  /**
   * Judges and writes, once the job has ended.
   *
   * @param tuning that chose the parameters, or null
   * @param trials that the ensemble was chosen from
   * @throws BacktestException when there is nothing to judge, with the reason
   */
  public BacktestResult report(TuningSummary tuning, Trials trials) throws IOException {
    if (firstHalf != null) {
      Files.copy(
          firstHalf.resolve(BacktestFiles.DEAD_LETTERS),
          files.work(BacktestFiles.DEAD_LETTERS),
          StandardCopyOption.REPLACE_EXISTING);
    }
    BacktestResult result = judged(trials);
    return write(tuning == null ? result : result.withTuning(tuning));
  }

  private BacktestResult judged(Trials trials) throws IOException {
    List<Refusals> refusals = records.refusals(plan.inputs().count());
    if (!plan.inputs().acceptsRefused()) {
      refusals.forEach(Refusals::requireFew);
    }
    records.requireEnoughBars();
    Optional<GivenReturns> given =
        plan.inputs().returns() == null || firstHalf != null
            ? Optional.empty()
            : Optional.of(GivenReturns.of(records.returns()));
    given.ifPresent(GivenReturns::requireReturns);
    BacktestResult result =
        evaluate(trials, refusals)
            .withPromises(
                PromiseRow.of(records.performance(), plan.settings().get(PipelineKeys.BARS_ZONE)));
    List<String> warnings =
        Stream.concat(
                given.flatMap(GivenReturns::warning).stream(),
                refusals.stream().map(Refusals::warning).flatMap(Optional::stream))
            .toList();
    BacktestResult told = refused(refusals).map(result::withDetail).orElse(result);
    return warnings.isEmpty() ? told : told.withWarning(String.join(" ", warnings));
  }

  /** What a verdict is not about; empty where every record counted. */
  private Optional<String> refused(List<Refusals> refusals) {
    String reasons = records.rejectedByReason();
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    long all = refusals.stream().mapToLong(Refusals::records).sum();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Of %,d records these were refused, and are in %s: %s.",
            all,
            BacktestFiles.DEAD_LETTERS,
            reasons));
  }

  private BacktestResult write(BacktestResult result) throws IOException {
    byte[] json = Json.encode(result);
    Files.write(files.work(BacktestFiles.REPORT_JSON), json);
    Files.writeString(files.work(BacktestFiles.CONFIGURATION), configuration());
    Files.writeString(files.work(BacktestFiles.EFFECTIVE), plan.settings().print());
    CsvTables.equity(result, files.work(BacktestFiles.EQUITY_CSV));
    CsvTables.drawdown(result, files.work(BacktestFiles.DRAWDOWN_CSV));
    CsvTables.weights(
        records.weights(BacktestFiles.WEIGHTS), files.work(BacktestFiles.WEIGHTS_CSV));
    CsvTables.returns(records.returns(), files.work(BacktestFiles.RETURNS_CSV));
    ReportPage.write(
        new String(json, StandardCharsets.UTF_8), files.work(BacktestFiles.REPORT_HTML));
    files.publish();
    return result;
  }

  private BacktestResult evaluate(Trials trials, List<Refusals> refusals) throws IOException {
    BacktestEvaluation evaluation =
        new BacktestEvaluation(
            plan.judgement(trials),
            BacktestRecords.closes(
                firstHalf == null ? files.work() : firstHalf, records.portfolio()));
    // Beside a variant that does not; where there is none, cash is part of what is judged.
    boolean cash = plan.holdsCash() && plan.variant().isPresent();
    try (TradesFile trades = TradesFile.open(files.work(BacktestFiles.TRADES_CSV))) {
      addReturns(evaluation);
      records.weights(BacktestFiles.WEIGHTS).forEach(record -> add(evaluation, record, cash));
      if (plan.variant().isPresent()) {
        records.weights(BacktestFiles.VARIANT).forEach(record -> add(evaluation, record, !cash));
      }
      return evaluation.result(
          new Provenance(data(refusals), notes(), plan.inputs().quality(), configuration()),
          trades::add);
    } catch (NothingToEvaluateException e) {
      throw new BacktestException(e.getMessage() + records.rejectedHint());
    }
  }

  /** A file of somebody's own may give other strategies from one record to the next. */
  private void addReturns(BacktestEvaluation evaluation) {
    try {
      records.returns().forEach(evaluation::add);
    } catch (IllegalArgumentException e) {
      throw new BacktestException("strategy returns cannot be judged: " + e.getMessage());
    }
  }

  private static void add(BacktestEvaluation evaluation, EnsembleWeights record, boolean cash) {
    if (cash) {
      evaluation.addWithCash(record);
    } else {
      evaluation.add(record);
    }
  }

  private static List<Provenance.DataFile> data(List<Refusals> refusals) {
    return refusals.stream()
        .map(file -> new Provenance.DataFile(file.file(), file.records(), file.refused()))
        .toList();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    Set<String> idle = records.idle();
    if (!idle.isEmpty()) {
      notes.add(
          String.join(", ", idle)
              + " never had a position: without their input, or without an occasion, such"
              + " strategies are left out of the estimates, of the baselines and of the trials.");
    }
    if (!plan.weighsReturnAgainstRisk()) {
      notes.add(
          "There is no ensemble with cash: the objective "
              + plan.objective()
              + " does not weigh return against risk.");
    }
    LocalReturns.note(plan.settings().currencies()).ifPresent(notes::add);
    return notes;
  }

  private String configuration() {
    return "# ./mirrorcore run --replay --config THIS gives the same weights, byte for byte.\n"
        + plan.settings().given();
  }
}
