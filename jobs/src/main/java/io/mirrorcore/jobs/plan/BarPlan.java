package io.mirrorcore.jobs.plan;

import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.market.BarGrid;
import java.io.Serializable;

/**
 * The bars of a job.
 *
 * @param grid when they close
 * @param fromTicks whether they are built from trades instead of coming in
 * @param revised whether a bar replaces an earlier one of its symbol and time, until their interval
 *     is closed
 */
public record BarPlan(BarGrid grid, boolean fromTicks, boolean revised) implements Serializable {

  static BarPlan of(Settings settings) {
    return new BarPlan(
        Engines.barGrid(settings),
        settings.get(PipelineKeys.BARS_FROM) == Choices.BarSource.TICKS,
        settings.get(PipelineKeys.BARS_REVISIONS) == Choices.Revisions.LAST_BEFORE_CLOSE);
  }
}
