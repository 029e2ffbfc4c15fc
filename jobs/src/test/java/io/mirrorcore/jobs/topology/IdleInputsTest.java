package io.mirrorcore.jobs.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.topology.kafka.KafkaInputs;
import io.mirrorcore.jobs.topology.kafka.KafkaOutputs;
import io.mirrorcore.jobs.topology.kafka.KafkaPlan;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * A portfolio waits for the watermark of every subtask of the symbols, also after a silence: were
 * one of them idle in its eyes, it would reckon a close without the bars that this one still has.
 */
class IdleInputsTest {

  @Test
  void arePassedOnByTheSymbolsAsWatermarksAlone() throws Exception {
    try (var symbols = symbols()) {
      symbols.open();
      symbols.processWatermarkStatus(WatermarkStatus.IDLE);
      symbols.processWatermark(60_000);
      symbols.processWatermarkStatus(WatermarkStatus.ACTIVE);
      symbols.processWatermark(120_000);
      assertThat(symbols.getOutput())
          .containsExactly(new Watermark(60_000), new Watermark(120_000));
    }
  }

  @SuppressWarnings("unchecked") // the graph knows its operators without their types
  private static KeyedOneInputStreamOperatorTestHarness<String, AdmittedEvent, SymbolBar> symbols()
      throws Exception {
    JobPlan plan = JobPlan.of(Settings.defaults());
    KafkaPlan kafka = KafkaPlan.of(Settings.defaults());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(JobEnvironment.live(plan.run()));
    PipelineTopology.define(env, plan, new KafkaInputs(kafka, plan), new KafkaOutputs(kafka));
    StreamNode node =
        env.getStreamGraph().getStreamNodes().stream()
            .filter(any -> Uids.SYMBOL.equals(any.getTransformationUID()))
            .findAny()
            .orElseThrow();
    var operator = ((SimpleOperatorFactory<SymbolBar>) node.getOperatorFactory()).getOperator();
    return new KeyedOneInputStreamOperatorTestHarness<>(
        (OneInputStreamOperator<AdmittedEvent, SymbolBar>) operator,
        AdmittedEvent::symbol,
        Types.STRING);
  }
}
