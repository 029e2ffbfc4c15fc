package io.mirrorcore.jobs.tune;

import io.mirrorcore.jobs.topology.Uids;
import io.mirrorcore.tune.TrialPoint;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The graph of a job that runs trials: they are dealt out to the subtasks in turn.
 *
 * <pre>
 * points ─ rebalance ─ trials ─ journal
 * </pre>
 */
final class TrialTopology {

  private TrialTopology() {}

  static void define(
      StreamExecutionEnvironment env,
      List<TrialPoint> points,
      TrialFunction trials,
      TrialJournal journal) {
    env.fromData(points, TypeInformation.of(TrialPoint.class))
        .setParallelism(1)
        .uid(Uids.TRIALS_SOURCE)
        .name(Uids.TRIALS_SOURCE)
        .rebalance()
        .map(trials)
        .uid(Uids.TRIALS)
        .name(Uids.TRIALS)
        .sinkTo(new TrialJournalSink(journal))
        .uid(Uids.TRIALS_JOURNAL)
        .name(Uids.TRIALS_JOURNAL);
  }
}
