package io.mirrorcore.jobs.wire.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.mirrorcore.backtest.report.BacktestMode;
import io.mirrorcore.backtest.report.BacktestResult;
import io.mirrorcore.backtest.track.Figures;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.PublishedProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of records that are flat in JSON, with their fields in the order of the topic or the
 * file. A new field goes where its readers expect it: at the end, unless it is a file's own.
 */
final class FlatForms {

  private static final FlatForm<EnsembleWeights> WEIGHTS =
      new FlatForm<>(
          EnsembleWeights.class,
          "portfolio",
          "time",
          "rebalance.decision",
          "regime",
          "target.objective",
          "target.status",
          "rebalance.weights",
          "rebalance.cap",
          "target.weights as target",
          "target.cap as targetCap",
          "rebalance.previousWeights",
          "rebalance.trades",
          "rebalance.turnover",
          "risk.expectedReturn",
          "risk.volatility",
          "risk.sharpe",
          "risk.sharpeAnnualised",
          "estimate.conditionNumber",
          "estimate.shrinkage",
          "target.lambda",
          "target.eta",
          "proof.kktResidual",
          "proof.budgetMultiplier",
          "proof.bindingLower",
          "proof.bindingUpper",
          "proof.iterations",
          "risk.contributions as riskContributions",
          "confidence.byStrategy as confidences",
          "confidence.overall as confidence",
          "estimate.observations",
          "estimate.inactive",
          "proof.problem",
          "confidence.resampledWeights",
          "estimate.skill",
          "estimate.overlay",
          "confidence.weightsFrom",
          "validity.sequence",
          "validity.validUntil");

  private static final FlatForm<PublishedProblem> PROBLEM =
      new FlatForm<>(
          PublishedProblem.class,
          "moments.mean",
          "moments.strategies",
          "moments.covariance",
          "aversion.lambda",
          "aversion.eta",
          "bounds.lower",
          "bounds.upper",
          "aversion.previous",
          "inputs.riskFree",
          "inputs.budgets",
          "inputs.scenarios",
          "inputs.beta",
          "multipliers.ofScenarios as scenarioWeights",
          "bounds.groups",
          "multipliers.ofGroups as groupMultipliers",
          "aversion.exempt as penaltyFree");

  private static final FlatForm<BacktestResult> RESULT =
      new FlatForm<>(
          BacktestResult.class,
          "version",
          "portfolio",
          "walk.mode",
          "walk.train",
          "walk.test",
          "walk.anchored",
          "span.from",
          "span.to",
          "span.bars",
          "scale.interval",
          "scale.barsPerYear",
          "scale.source as barsPerYearSource",
          "stake.capital",
          "stake.costRate",
          "provenance.data",
          "provenance.notes",
          "provenance.quality",
          "verdict",
          "span.times",
          "tracks",
          "tables.regimes",
          "tables.weights",
          "tables.correlation",
          "tables.monthly",
          "provenance.configuration",
          "tuning",
          "stress",
          "tables.byRegime",
          "breakdown",
          "tables.promises");

  private static final FlatForm<Figures> FIGURES =
      new FlatForm<>(
          Figures.class,
          "growth.finalCapital",
          "growth.totalReturn",
          "growth.annualReturn",
          "risk.volatility",
          "ratios.sharpe",
          "ratios.sortino",
          "ratios.calmar",
          "risk.maxDrawdown",
          "risk.maxDrawdownBars",
          "hits.winRate",
          "hits.profitFactor",
          "trading.averageTurnover",
          "trading.rebalances",
          "trading.costPaid",
          "trading.buildUpCost",
          "risk.cvar95",
          "bars",
          "ratios.grossSharpe",
          "trading.positionCost");

  private FlatForms() {}

  /** The mode of a backtest stands as its text. */
  private interface ModeText {
    @JsonValue
    String text();
  }

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("flat-records");
    add(module, WEIGHTS);
    add(module, PROBLEM);
    add(module, RESULT);
    add(module, FIGURES);
    module.setMixInAnnotation(BacktestMode.class, ModeText.class);
    return module;
  }

  /** The fields that a record has in JSON, in their order; empty for one that is not flat. */
  static Optional<List<String>> fields(Class<?> record) {
    return Stream.of(WEIGHTS, PROBLEM, RESULT, FIGURES)
        .filter(form -> form.type() == record)
        .map(form -> form.fields().stream().map(FlatField::name).toList())
        .findFirst();
  }

  private static <T> void add(SimpleModule module, FlatForm<T> form) {
    module.addSerializer(form.type(), new FlatWriter<>(form));
    module.addDeserializer(form.type(), new FlatReader<>(form));
  }
}
