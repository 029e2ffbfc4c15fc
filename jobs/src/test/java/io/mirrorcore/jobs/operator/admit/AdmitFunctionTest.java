package io.mirrorcore.jobs.operator.admit;

import static io.mirrorcore.jobs.operator.Events.bar;
import static io.mirrorcore.jobs.operator.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.topology.Inputs;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.market.MarketEvent;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmitFunctionTest {

  private static final LateLetters LATE =
      new LateLetters(Duration.ofSeconds(1), Duration.ofSeconds(5), ZoneOffset.UTC);

  private OneInputStreamOperatorTestHarness<MarketEvent, AdmittedEvent> harness;

  private static OneInputStreamOperatorTestHarness<MarketEvent, AdmittedEvent> harness(
      int parallelism, int subtask) throws Exception {
    return harness(parallelism, subtask, Inputs.NO_HISTORY);
  }

  private static OneInputStreamOperatorTestHarness<MarketEvent, AdmittedEvent> harness(
      int parallelism, int subtask, long coveredUntil) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new AdmitFunction(LATE, coveredUntil)), 128, parallelism, subtask);
  }

  @BeforeEach
  void open() throws Exception {
    harness = harness(1, 0);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void give(MarketEvent... events) throws Exception {
    for (MarketEvent event : events) {
      harness.processElement(event, event.time());
    }
  }

  private List<RejectReason> refused() {
    Queue<StreamRecord<DeadLetter>> letters = harness.getSideOutput(DeadLetterOutput.TAG);
    return letters == null
        ? List.of()
        : letters.stream().map(record -> record.getValue().reason()).toList();
  }

  @Test
  void lateIsWhatIsFurtherBehindItsPartitionThanTheBound() throws Exception {
    give(trade("A", 10_000, 1), trade("B", 9_000, 1), trade("A", 8_999, 1));
    assertThat(harness.extractOutputValues()).hasSize(2);
    assertThat(refused()).containsExactly(RejectReason.LATE);
  }

  @Test
  void refusesWhatAHistoryStandsForWhateverItsPartitionSays() throws Exception {
    harness.close();
    harness = harness(1, 0, 10_000);
    harness.open();
    give(trade("A", 9_000, 1), trade("A", 10_000, 1), trade("A", 10_001, 1));
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(refused()).containsExactly(RejectReason.LATE, RejectReason.LATE);
  }

  @Test
  void anotherPartitionsPaceDoesNotMatter() throws Exception {
    give(bar("prices", 0, "A", 60_000, 1), bar("prices", 1, "B", 10_000, 1));
    assertThat(harness.extractOutputValues()).noneMatch(AdmittedEvent::isLate).hasSize(2);
  }

  @Test
  void aLateBarTravelsOnMarked() throws Exception {
    give(bar("A", 60_000, 1), bar("A", 1_000, 1));
    assertThat(harness.extractOutputValues())
        .extracting(AdmittedEvent::isLate)
        .containsExactly(false, true);
    assertThat(refused()).isEmpty();
  }

  @Test
  void aRejectBecomesADeadLetterAndMovesNoClock() throws Exception {
    MarketEvent bad =
        bar("A", 900_000, 1).rejectedAs(RejectReason.FAR_FUTURE, "too far", ZoneOffset.UTC);
    give(bar("A", 60_000, 1), bad, bar("A", 60_001, 1));
    assertThat(harness.extractOutputValues()).noneMatch(AdmittedEvent::isLate).hasSize(2);
    assertThat(refused()).containsExactly(RejectReason.FAR_FUTURE);
  }

  @Test
  void clocksSurviveARestoreOnASubtaskThatNeverSawThePartition() throws Exception {
    give(trade("A", 10_000, 1));
    OperatorSubtaskState state =
        AbstractStreamOperatorTestHarness.repackageState(harness.snapshot(1, 1));
    harness.close();
    harness = harness(2, 1);
    harness.initializeState(
        AbstractStreamOperatorTestHarness.repartitionOperatorState(state, 128, 1, 2, 1));
    harness.open();
    give(trade("A", 8_999, 1), trade("A", 9_000, 1));
    assertThat(harness.extractOutputValues()).hasSize(1);
    assertThat(refused()).containsExactly(RejectReason.LATE);
  }
}
