package io.mirrorcore.jobs.plan;

import io.mirrorcore.jobs.config.settings.Portfolios;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.portfolio.ledger.LedgerSettings;
import io.mirrorcore.portfolio.settings.EnsembleSettings;

/**
 * All that a job is made by, whatever it reads and writes. The connection to Kafka is not in it: a
 * job over files needs none, and its secrets stay where they are.
 *
 * @param run how Flink runs it
 * @param time how it sees time
 * @param parser how records are read
 * @param bars when bars close and what they are made of
 * @param adjustments where splits and dividends come from
 * @param strategies that are switched on
 * @param portfolios which symbols belong together
 * @param pairs how pairs are shared out
 * @param ledger how strategy returns are counted
 * @param ensembles how returns become weights
 */
public record JobPlan(
    RunPlan run,
    TimePlan time,
    ParserSettings parser,
    BarPlan bars,
    AdjustmentPlan adjustments,
    StrategyPlan strategies,
    Portfolios portfolios,
    PairPlan pairs,
    LedgerSettings ledger,
    EnsemblePlan ensembles) {

  public static JobPlan of(Settings settings) {
    return new JobPlan(
        RunPlan.of(settings),
        TimePlan.of(settings),
        settings.parser(),
        BarPlan.of(settings),
        AdjustmentPlan.of(settings),
        StrategyPlan.of(settings),
        settings.portfolios(),
        PairPlan.of(settings),
        Engines.ledger(settings),
        EnsemblePlan.of(settings));
  }

  /** How returns become weights in a portfolio that has nothing of its own. */
  public EnsembleSettings ensemble() {
    return ensembles.common();
  }

  /** The same with one strategy alone. */
  public JobPlan only(String strategy) {
    return new JobPlan(
        run,
        time,
        parser,
        bars,
        adjustments,
        strategies.only(strategy),
        portfolios,
        pairs,
        ledger,
        ensembles);
  }
}
