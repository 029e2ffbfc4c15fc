package io.mirrorcore.jobs.operator.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records here are texts whose first letter is their key. */
class TimeOrderFunctionTest {

  private KeyedOneInputStreamOperatorTestHarness<String, String, String> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(
            new TimeOrderFunction<String>(text -> text.substring(0, 1), Types.STRING)),
        text -> "all",
        Types.STRING);
  }

  private void give(long time, String... texts) throws Exception {
    for (String text : texts) {
      harness.processElement(text, time);
    }
  }

  private List<String> out() {
    return harness.extractOutputValues();
  }

  @Test
  void byTimeThenByKeyThenAsTheyCame() throws Exception {
    give(20, "a-later");
    give(10, "b-9", "a-2", "b-1", "a-1", "c", "b-5");
    give(5, "z");
    assertThat(out()).isEmpty();
    harness.processWatermark(10);
    assertThat(out()).containsExactly("z", "a-2", "a-1", "b-9", "b-1", "b-5", "c");
    harness.processWatermark(20);
    assertThat(out()).last().isEqualTo("a-later");
  }

  @Test
  void whatIsLateOrHasNoTimeIsNotHeldBack() throws Exception {
    harness.processWatermark(10);
    give(10, "late");
    harness.processElement(new StreamRecord<>("timeless"));
    assertThat(out()).containsExactly("late", "timeless");
    assertThat(harness.numKeyedStateEntries()).isZero();
  }

  @Test
  void nothingIsLeftInState() throws Exception {
    for (int i = 1; i <= 200; i++) {
      give(i, "a", "b");
      harness.processWatermark(i);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
    assertThat(out()).hasSize(400);
  }

  @Test
  void whatWaitsSurvivesARestart() throws Exception {
    give(10, "b-1", "a-1");
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
    give(10, "b-0", "a-0");
    harness.processWatermark(10);
    assertThat(out()).containsExactly("a-1", "a-0", "b-1", "b-0");
  }
}
