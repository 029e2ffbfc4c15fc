package io.mirrorcore.jobs.topology.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.portfolio.record.Alert;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemovedRecordsFunctionTest {

  private static final long MINUTE = 60_000;

  private final FakeBroker broker = new FakeBroker();
  private OneInputStreamOperatorTestHarness<Long, Long> harness;

  /** Answers when the test says so. */
  private static final class FakeBroker implements LogStarts {
    final List<CompletableFuture<Map<Integer, Long>>> questions = new ArrayList<>();
    Map<Integer, Long> committed = Map.of();

    @Override
    public CompletableFuture<Map<Integer, Long>> of(Collection<Integer> partitions) {
      CompletableFuture<Map<Integer, Long>> answer = new CompletableFuture<>();
      questions.add(answer);
      return answer;
    }

    @Override
    public CompletableFuture<Map<Integer, Long>> committedBy(String group) {
      return CompletableFuture.completedFuture(committed);
    }

    void answers(long logStart) {
      questions.get(questions.size() - 1).complete(Map.of(0, logStart));
    }

    @Override
    public void close() {}
  }

  /** A record is its own offset in partition 0, and of the minute of that number. */
  private static final class Offsets implements ReadTopic.Fields<Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public SourceRef place(Long record) {
      return new SourceRef("prices", 0, record);
    }

    @Override
    public long time(Long record) {
      return record * MINUTE;
    }
  }

  private OneInputStreamOperatorTestHarness<Long, Long> harness(String group) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(
            new RemovedRecordsFunction<>(
                new ReadTopic<>(
                    new RemovedRecordsAlerts("prices", List.of("live", "paper")),
                    new Offsets(),
                    () -> broker,
                    group))));
  }

  @BeforeEach
  void open() throws Exception {
    harness = harness(null);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void read(long... offsets) throws Exception {
    for (long offset : offsets) {
      harness.processElement(offset, offset * MINUTE);
    }
  }

  private List<Alert> alerts() {
    Queue<StreamRecord<Alert>> all = harness.getSideOutput(RemovedRecordsFunction.ALERTS);
    return all == null ? List.of() : all.stream().map(StreamRecord::getValue).toList();
  }

  @Test
  void whatRetentionRemovedIsToldToEveryPortfolioAndEndsWhenReadingIsWholeAgain() throws Exception {
    read(0, 1, 10);
    assertThat(alerts()).as("nobody has asked yet what the gap is").isEmpty();
    broker.answers(10);
    read(11, 12);

    assertThat(alerts())
        .extracting(Alert::portfolio, Alert::state, Alert::value)
        .containsExactly(
            tuple("live", Alert.State.FIRING, 8.0),
            tuple("paper", Alert.State.FIRING, 8.0),
            tuple("live", Alert.State.RESOLVED, 0.0),
            tuple("paper", Alert.State.RESOLVED, 0.0));
    Alert first = alerts().get(0);
    assertThat(first.key()).isEqualTo("RECORDS_REMOVED:prices-0");
    assertThat(first.level()).isEqualTo(Alert.Level.ERROR);
    assertThat(first.time()).as("of the record behind the gap").isEqualTo(10 * MINUTE);
    assertThat(first.message())
        .contains("up to 8 records", "partition 0 of prices", "offset 2", "retention.ms");
    assertThat(harness.extractOutputValues()).containsExactly(0L, 1L, 10L, 11L, 12L);
  }

  @Test
  void marksOfTransactionsAreNoLoss() throws Exception {
    read(0, 2, 4);
    broker.answers(0);
    read(5, 7);
    harness.setProcessingTime(5_000);
    read(8);
    broker.answers(0);
    read(9);
    assertThat(alerts()).isEmpty();
  }

  @Test
  void onlyWhatIsBeforeTheBeginningCounts() throws Exception {
    read(0, 10);
    broker.answers(4); // 4 to 9 were taken back by a transaction
    read(11);
    assertThat(alerts()).extracting(Alert::value).contains(3.0).doesNotContain(9.0);
  }

  @Test
  void theBrokerIsAskedOncePerSecondAndAgainWhenItHasNotAnswered() throws Exception {
    read(0, 2, 4, 6, 8);
    assertThat(broker.questions).hasSize(1);
    broker.questions.get(0).completeExceptionally(new IllegalStateException("broker away"));
    read(9);
    assertThat(broker.questions).as("not within the second").hasSize(1);
    harness.setProcessingTime(1_000);
    read(10);
    assertThat(broker.questions).hasSize(2);
  }

  @Test
  void aLossWhileAnotherGapIsLookedAtIsFound() throws Exception {
    read(0, 2, 100); // the mark of a transaction, and 97 records that are gone
    broker.answers(100); // asked before the second gap was seen: says nothing of it
    read(101);
    harness.setProcessingTime(1_000);
    read(102);
    broker.answers(100);
    read(103);
    assertThat(alerts()).extracting(Alert::value).startsWith(97.0);
  }

  @Test
  void aRestoredJobKnowsWhereItWas() throws Exception {
    read(0, 1, 2);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness(null);
    harness.initializeState(state);
    harness.open();
    read(50);
    broker.answers(50);
    read(51);
    assertThat(alerts()).extracting(Alert::value).startsWith(47.0);
  }

  @Test
  void aGapThatWasNotExplainedYetSurvivesAFailure() throws Exception {
    read(0, 10);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness(null);
    harness.initializeState(state);
    harness.open();
    read(11);
    broker.answers(10);
    read(12);
    assertThat(alerts()).extracting(Alert::value).startsWith(9.0);
    assertThat(alerts().get(0).time()).isEqualTo(10 * MINUTE);
  }

  @Test
  void withoutACheckpointWhatTheGroupHasCommittedCounts() throws Exception {
    harness.close();
    broker.committed = Map.of(0, 3L);
    harness = harness("job");
    harness.open();
    read(5);
    broker.answers(5);
    read(6);
    assertThat(alerts()).extracting(Alert::value).startsWith(2.0);
  }

  @Test
  void aFreshReaderMissesNothing() throws Exception {
    read(40, 41, 42);
    assertThat(broker.questions).isEmpty();
    assertThat(alerts()).isEmpty();
  }
}
