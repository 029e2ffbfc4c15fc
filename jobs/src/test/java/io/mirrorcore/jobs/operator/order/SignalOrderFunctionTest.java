package io.mirrorcore.jobs.operator.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.signal.SignalRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalOrderFunctionTest {

  private KeyedOneInputStreamOperatorTestHarness<String, SignalBatch, SignalRecord> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, SignalBatch, SignalRecord> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new SignalOrderFunction()), SignalBatch::symbol, Types.STRING);
  }

  private static SignalBatch batch(String symbol, long time, String origin, String... strategies) {
    Signal buy = Signal.of(Action.BUY, 1, 0.5);
    String portfolio = origin.isEmpty() ? null : origin;
    List<SignalRecord> signals =
        Stream.of(strategies)
            .map(id -> SignalRecord.of(symbol, time, id, List.of(), buy, portfolio))
            .toList();
    return new SignalBatch(symbol, time, origin, signals);
  }

  private void give(SignalBatch... batches) throws Exception {
    for (SignalBatch batch : batches) {
      harness.processElement(batch, batch.time());
    }
  }

  private List<String> said() {
    return harness.extractOutputValues().stream()
        .map(
            s ->
                s.symbol() + s.time() + s.strategy() + (s.portfolio() == null ? "" : s.portfolio()))
        .toList();
  }

  @Test
  void bySymbolThoseOfOneCloseComeAloneThenByPortfolio() throws Exception {
    List<SignalBatch> batches =
        new ArrayList<>(
            List.of(
                batch("A", 10, "", "Z", "Y"),
                batch("A", 10, "p", "X"),
                batch("A", 10, "q", "X", "W"),
                batch("A", 20, "", "Z"),
                batch("A", 20, "p", "X")));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(batches, new Random(seed));
      give(batches.toArray(SignalBatch[]::new));
      assertThat(said()).isEmpty();
      harness.processWatermark(20);
      assertThat(said())
          .containsExactly("A10Z", "A10Y", "A10Xp", "A10Xq", "A10Wq", "A20Z", "A20Xp");
      harness.close();
      open();
    }
  }

  @Test
  void nothingIsSaidBeforeTheWatermarkAndNothingTwice() throws Exception {
    give(batch("A", 20, "p", "X"), batch("A", 10, "", "Z"));
    harness.processWatermark(9);
    assertThat(said()).isEmpty();
    harness.processWatermark(10);
    assertThat(said()).containsExactly("A10Z");
    harness.processWatermark(19);
    assertThat(said()).hasSize(1);
    harness.processWatermark(50);
    assertThat(said()).containsExactly("A10Z", "A20Xp");
  }

  @Test
  void nothingIsLeftInState() throws Exception {
    for (long time = 1; time <= 200; time++) {
      give(batch("A", time, "p", "X"), batch("B", time, "", "Z"), batch("A", time, "", "Z"));
      assertThat(harness.numKeyedStateEntries()).isEqualTo(2);
      harness.processWatermark(time);
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numEventTimeTimers()).isZero();
    }
    assertThat(said()).hasSize(600);
  }

  @Test
  void whatWaitsSurvivesARestart() throws Exception {
    give(batch("A", 10, "p", "X"));
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
    give(batch("A", 10, "", "Z"));
    harness.processWatermark(10);
    assertThat(said()).containsExactly("A10Z", "A10Xp");
  }
}
