package io.mirrorcore.jobs.topology.kafka;

import io.mirrorcore.jobs.operator.metric.Metric;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back weights that are not newer than what a portfolio had on the topic when the job
 * started: who follows the topic must never trade to weights of the past. They are counted.
 *
 * <p>A job that goes on from its newest checkpoint makes none; one that begins anew beside what is
 * published does, and so does one that goes on from an older state.
 */
final class NewerWeightsFunction extends RichFilterFunction<EnsembleWeights> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(NewerWeightsFunction.class);

  private final TreeMap<String, Long> published;
  private transient Counter heldBack;
  private transient Set<String> told;

  /**
   * @param published event time of the newest weights by portfolio, epoch milliseconds
   */
  NewerWeightsFunction(Map<String, Long> published) {
    this.published = new TreeMap<>(published);
  }

  @Override
  public void open(OpenContext context) {
    heldBack = Metric.group(getRuntimeContext()).counter(Metric.WEIGHTS_NOT_NEWER.word());
    told = new HashSet<>();
  }

  @Override
  public boolean filter(EnsembleWeights weights) {
    boolean newer = weights.time() > published.getOrDefault(weights.portfolio(), Long.MIN_VALUE);
    if (!newer) {
      heldBack.inc();
      if (told.add(weights.portfolio())) {
        LOG.warn(
            "Weights of portfolio {} are held back until they are newer than {}, the event time of"
                + " the newest that are published",
            weights.portfolio(),
            published.get(weights.portfolio()));
      }
    }
    return newer;
  }

  /** How many have been held back. */
  long heldBack() {
    return heldBack.getCount();
  }
}
