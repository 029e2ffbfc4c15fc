package io.mirrorcore.jobs.study;

import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.topology.PipelineTopology;
import io.mirrorcore.jobs.topology.Uids;
import io.mirrorcore.jobs.topology.file.FileInputs;
import io.mirrorcore.jobs.topology.file.FileOutputs;
import io.mirrorcore.jobs.topology.file.LineFormat;
import io.mirrorcore.portfolio.record.PortfolioBar;
import java.nio.file.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The live topology on files up to the ledger, of which one portfolio is kept. Nothing here decides
 * anything that the live job does not.
 */
final class StudyTopology {

  private StudyTopology() {}

  /**
   * Adds it to {@code env}.
   *
   * @param bars file for the closes, gzipped
   * @param deadLetters file for what is refused
   */
  static void define(StreamExecutionEnvironment env, StudyPlan plan, Path bars, Path deadLetters) {
    FileOutputs outputs = new FileOutputs().with(Topic.DEAD_LETTER, deadLetters, LineFormat.json());
    DataStream<PortfolioBar> all =
        PipelineTopology.defineLedger(
            env, plan.job(), new FileInputs(plan.job(), plan.market()), outputs);
    String wanted = plan.portfolio();
    DataStream<PortfolioBar> ours =
        all.filter(bar -> bar.portfolio().equals(wanted))
            .uid(Uids.STUDY_BARS)
            .name(Uids.STUDY_BARS);
    FileOutputs.lines(ours, bars, StudyLine.FORMAT, Uids.STUDY_SINK);
  }
}
