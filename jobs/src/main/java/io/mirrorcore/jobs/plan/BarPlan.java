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
 */
public record BarPlan(BarGrid grid, boolean fromTicks) implements Serializable {

  static BarPlan of(Settings settings) {
    return new BarPlan(
        Engines.barGrid(settings), settings.get(PipelineKeys.BARS_FROM) == Choices.BarSource.TICKS);
  }
}
