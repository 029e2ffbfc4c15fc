package io.mirrorcore.jobs.plan;

import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * How a job sees time.
 *
 * @param outOfOrderness how far the watermark trails the newest record of a partition, 0 or more
 * @param idleTimeout silence of a partition, by the wall clock, after which it holds back nothing;
 *     live only
 * @param maxDrift how far one topic may run ahead of the slowest; empty where it may do so freely
 */
public record TimePlan(Duration outOfOrderness, Duration idleTimeout, Optional<Duration> maxDrift) {

  static TimePlan of(Settings settings) {
    return new TimePlan(
        settings.get(PipelineKeys.TIME_OUT_OF_ORDERNESS),
        settings.get(PipelineKeys.TIME_IDLE_TIMEOUT),
        settings.find(PipelineKeys.TIME_MAX_DRIFT));
  }
}
