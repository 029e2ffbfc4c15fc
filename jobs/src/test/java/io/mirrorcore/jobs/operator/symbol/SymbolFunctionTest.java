package io.mirrorcore.jobs.operator.symbol;

import static io.mirrorcore.jobs.operator.Events.MINUTE;
import static io.mirrorcore.jobs.operator.Events.bar;
import static io.mirrorcore.jobs.operator.Events.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.operator.admit.DeadLetterOutput;
import io.mirrorcore.jobs.operator.admit.LateLetters;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.market.DeadLetter;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Aggressor;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.portfolio.record.Alert;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SymbolFunctionTest {

  private static final Settings SETTINGS =
      Settings.defaults().with(Map.of("bars.interval", "1m", "signals.emit", "all"));

  private KeyedOneInputStreamOperatorTestHarness<String, AdmittedEvent, SymbolBar> harness;

  static SymbolFunction function(Settings settings) {
    JobPlan plan = JobPlan.of(settings);
    return new SymbolFunction(plan, LateLetters.of(plan), Long.MIN_VALUE);
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, AdmittedEvent, SymbolBar> harness(
      Settings settings) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(function(settings)), AdmittedEvent::symbol, Types.STRING);
  }

  @BeforeEach
  void open() throws Exception {
    harness = harness(SETTINGS);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void give(AdmittedEvent... events) throws Exception {
    for (AdmittedEvent event : events) {
      harness.processElement(event, event.time());
    }
  }

  private static AdmittedEvent known(long time, double price, long id) {
    return AdmittedEvent.trade(
        new SourceRef("ticks", 0, time), Tick.trade("A", time, price, 1, Aggressor.BUY), id);
  }

  @Test
  void aTradeThatIsSentAgainCountsOnceAlsoAfterARestore() throws Exception {
    harness.close();
    Settings fromTicks = SETTINGS.with(Map.of("bars.from", "ticks", "job.inputs", "ticks"));
    harness = harness(fromTicks);
    harness.open();
    give(known(1_000, 10, 7), known(2_000, 11, 8), known(1_000, 10, 7), known(1_000, 10, 0));
    give(known(1_000, 10, 0));
    assertThat(refused()).containsExactly(RejectReason.DUPLICATE);
    OperatorSubtaskState state = harness.snapshot(0, 0);
    harness.close();
    harness = harness(fromTicks);
    harness.setup();
    harness.initializeState(state);
    harness.open();
    give(known(2_000, 11, 8), known(3_000, 12, 9));
    harness.processWatermark(MINUTE);
    assertThat(refused()).containsExactly(RejectReason.DUPLICATE);
    assertThat(letters().get(0).detail()).contains("has an id that has been seen before");
    assertThat(bars()).singleElement().extracting(Bar::volume).isEqualTo(5.0);
  }

  @Test
  void ofTradesWithIdsTheLastFiveHundredAndTwelveAreRemembered() throws Exception {
    harness.close();
    harness = harness(SETTINGS.with(Map.of("bars.from", "ticks", "job.inputs", "ticks")));
    harness.open();
    for (int id = 1; id <= 513; id++) {
      give(known(id, 10, id));
    }
    give(known(600, 10, 2), known(601, 10, 1));
    assertThat(refused()).as("1 is forgotten, 2 is not").hasSize(1);
  }

  private List<Bar> bars() {
    return harness.extractOutputValues().stream().map(SymbolBar::bar).toList();
  }

  private List<RejectReason> refused() {
    return letters().stream().map(DeadLetter::reason).toList();
  }

  private List<DeadLetter> letters() {
    Queue<StreamRecord<DeadLetter>> letters = harness.getSideOutput(DeadLetterOutput.TAG);
    return letters == null ? List.of() : letters.stream().map(StreamRecord::getValue).toList();
  }

  @Test
  void aBarWaitsForTheWatermarkAndComesInOrderOfTime() throws Exception {
    give(bar("A", 2 * MINUTE, 2), bar("A", MINUTE, 1));
    assertThat(bars()).isEmpty();
    harness.processWatermark(2 * MINUTE);
    assertThat(bars()).extracting(Bar::close).containsExactly(1.0, 2.0);
  }

  @Test
  void aSecondCopyIsADuplicateWaitingOrDone() throws Exception {
    give(bar("A", MINUTE, 1), bar("A", MINUTE, 1));
    harness.processWatermark(2 * MINUTE);
    give(bar("A", MINUTE, 1).asLate());
    assertThat(bars()).hasSize(1);
    assertThat(refused()).containsExactly(RejectReason.DUPLICATE, RejectReason.DUPLICATE);
  }

  @Test
  void theLastFormOfABarCountsWhereThatIsWanted() throws Exception {
    harness.close();
    harness = harness(SETTINGS.with("bars.revisions", "last-before-close"));
    harness.open();
    give(bar("A", MINUTE, 1), bar("A", MINUTE, 2), bar("A", MINUTE, 3));
    assertThat(refused()).isEmpty();
    give(bar("A", MINUTE, 3)); // the same once more
    give(bar("A", MINUTE, 4).asLate());
    harness.processWatermark(MINUTE);
    give(bar("A", MINUTE, 5)); // done
    assertThat(bars()).extracting(Bar::close).containsExactly(3.0);
    assertThat(refused())
        .containsExactly(RejectReason.DUPLICATE, RejectReason.DUPLICATE, RejectReason.DUPLICATE);
  }

  private List<Alert> alerts() {
    Queue<StreamRecord<Alert>> alerts = harness.getSideOutput(SymbolFunction.ALERTS);
    return alerts == null ? List.of() : alerts.stream().map(StreamRecord::getValue).toList();
  }

  private void giveEvery(long apart, long from, int bars) throws Exception {
    for (int i = 0; i < bars; i++) {
      give(bar("A", from + i * apart, 1));
      harness.processWatermark(from + i * apart);
    }
  }

  @Test
  void barsThatAreNotTheIntervalApartCountNoLongerAndRaiseAnAlert() throws Exception {
    giveEvery(MINUTE, MINUTE, 5);
    giveEvery(MINUTE / 2, 6 * MINUTE, 15);

    assertThat(refused()).containsOnly(RejectReason.WRONG_INTERVAL).hasSize(5);
    assertThat(bars()).hasSize(15);
    assertThat(alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.key()).isEqualTo("WRONG_INTERVAL:A");
              assertThat(alert.state()).isEqualTo(Alert.State.FIRING);
              assertThat(alert.message()).contains("30s apart, and bars.interval is 1m");
            });

    giveEvery(MINUTE, 20 * MINUTE, 2);
    assertThat(alerts()).extracting(Alert::state).endsWith(Alert.State.RESOLVED).hasSize(2);
    assertThat(bars()).hasSize(17);
  }

  @Test
  void hoursAreNoMinutes() throws Exception {
    giveEvery(60 * MINUTE, MINUTE, 12);

    assertThat(refused()).containsOnly(RejectReason.WRONG_INTERVAL).hasSize(2);
    assertThat(alerts()).extracting(Alert::value).containsExactly(60.0 * MINUTE);
  }

  @Test
  void holesInAFeedAreNoOtherInterval() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    long time = MINUTE;
    for (int i = 0; i < 200; i++) {
      time += MINUTE * (1 + random.nextInt(20));
      giveEvery(MINUTE, time, 1);
    }
    assertThat(refused()).isEmpty();
    assertThat(alerts()).isEmpty();
  }

  @Test
  void aMarkedBarThatWasNeverSeenIsLate() throws Exception {
    give(bar("A", 3 * MINUTE, 1), bar("A", MINUTE, 1).asLate());
    assertThat(refused()).containsExactly(RejectReason.LATE);
  }

  @Test
  void whatComesForAnIntervalThatIsOverIsLate() throws Exception {
    harness.processWatermark(5 * MINUTE);
    give(bar("A", 4 * MINUTE, 1), trade("A", 4 * MINUTE + 1, 1), trade("A", 5 * MINUTE + 1, 1));
    assertThat(refused()).containsExactly(RejectReason.LATE, RejectReason.LATE);
  }

  @Test
  void aLateRecordSaysWhichCauseAppliesAndWhatHelps() throws Exception {
    harness.processWatermark(2 * MINUTE);
    give(bar("prices", 3, "A", MINUTE, 1)); // of a partition that has said nothing before
    give(bar("prices", 3, "A", 4 * MINUTE, 1));
    harness.processWatermark(5 * MINUTE);
    give(bar("prices", 3, "A", 5 * MINUTE, 1)); // in order, after a silence
    give(bar("prices", 3, "A", 3 * MINUTE, 1).asLate());
    assertThat(letters())
        .extracting(DeadLetter::detail)
        .satisfiesExactly(
            unknown ->
                assertThat(unknown).contains("partition 3 of prices", "job.partition-discovery"),
            silent -> assertThat(silent).contains("silent for longer than time.idle-timeout (5s)"),
            disorder -> assertThat(disorder).contains("time.out-of-orderness (1s)"));
  }

  @Test
  void afterARestoreASilentPartitionIsNotTakenForANewOne() throws Exception {
    give(bar("prices", 3, "A", MINUTE, 1));
    harness.processWatermark(2 * MINUTE);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness(SETTINGS);
    harness.initializeState(state);
    harness.open();
    harness.processWatermark(2 * MINUTE);
    give(bar("prices", 3, "B", 2 * MINUTE, 1), bar("prices", 4, "B", 2 * MINUTE, 1));
    assertThat(letters()).hasSize(2);
    assertThat(letters().get(0).detail()).contains("time.idle-timeout");
    assertThat(letters().get(1).detail()).contains("partition 4 of prices");
  }

  @Test
  void ticksOfLaterBarsDoNotTouchAnEarlierOne() throws Exception {
    Settings fromTicks = SETTINGS.with(Map.of("bars.from", "ticks", "job.inputs", "ticks"));
    harness.close();
    harness = harness(fromTicks);
    harness.open();
    give(
        trade("A", MINUTE, 10),
        trade("A", MINUTE + 1, 99),
        trade("A", MINUTE - 1, 11),
        trade("A", 2 * MINUTE, 98));
    harness.processWatermark(2 * MINUTE);
    assertThat(bars())
        .containsExactly(
            new Bar("A", MINUTE, 10, 11, 10, 11, 2), new Bar("A", 2 * MINUTE, 99, 99, 98, 98, 2));
  }

  @Test
  void stateDoesNotGrowWithTime() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    int after100 = 0;
    for (int i = 1; i <= 300; i++) {
      give(trade("A", i * MINUTE - 5, 1 + random.nextDouble()), bar("A", i * MINUTE, 1));
      harness.processWatermark(i * MINUTE);
      if (i == 100) {
        after100 = harness.numKeyedStateEntries();
      }
    }
    assertThat(harness.numKeyedStateEntries()).isEqualTo(after100);
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() throws Exception {
    play(1, 400);
    List<SymbolBar> whole = harness.extractOutputValues();
    harness.close();

    harness = harness(SETTINGS);
    harness.open();
    play(1, 250);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness(SETTINGS);
    harness.initializeState(state);
    harness.open();
    play(251, 400);

    assertThat(harness.extractOutputValues())
        .usingRecursiveComparison()
        .isEqualTo(whole.subList(250, 400));
  }

  private void play(int from, int to) throws Exception {
    for (int i = from; i <= to; i++) {
      SplittableRandom random = new SplittableRandom(i);
      double price = 100 + 10 * Math.sin(i / 7.0) + random.nextDouble();
      give(trade("A", i * MINUTE - 5, price), bar("A", i * MINUTE, price));
      harness.processWatermark(i * MINUTE);
    }
  }
}
