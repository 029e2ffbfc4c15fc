package io.mirrorcore.jobs.plan;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.io.Serializable;

/**
 * How the pairs of a portfolio are shared out.
 *
 * @param shards keyed parts, 1 or more
 * @param maxParallelism key groups of the job, over which the keys of the shards are spread
 */
public record PairPlan(int shards, int maxParallelism) implements Serializable {

  static PairPlan of(Settings settings) {
    return new PairPlan(
        settings.get(PipelineKeys.JOB_PAIR_SHARDS), settings.get(PipelineKeys.JOB_MAX_PARALLELISM));
  }
}
