package io.mirrorcore.jobs.topology.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.portfolio.record.EnsembleWeights;
import java.util.Map;
import org.apache.flink.streaming.api.operators.StreamFilter;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class NewerWeightsFunctionTest {

  private static EnsembleWeights weights(String portfolio, long time) {
    return new EnsembleWeights(portfolio, time, "MIXED", null, null, null, null, null, null);
  }

  @Test
  void letsPassWhatIsNewerThanThePublishedOfItsPortfolio() throws Exception {
    NewerWeightsFunction function = new NewerWeightsFunction(Map.of("old", 20L));
    try (OneInputStreamOperatorTestHarness<EnsembleWeights, EnsembleWeights> harness =
        new OneInputStreamOperatorTestHarness<>(new StreamFilter<>(function))) {
      harness.open();
      for (long time : new long[] {10, 20, 21}) {
        harness.processElement(weights("old", time), 0);
        harness.processElement(weights("new", time), 0);
      }

      assertThat(harness.extractOutputValues())
          .extracting(weights -> weights.portfolio() + " " + weights.time())
          .containsExactly("new 10", "new 20", "old 21", "new 21");
      assertThat(function.heldBack()).isEqualTo(2);
    }
  }
}
