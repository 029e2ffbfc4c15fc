package io.mirrorcore.jobs.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.paper.PaperAccount;
import io.mirrorcore.paper.PaperControl;
import io.mirrorcore.paper.PaperControl.Action;
import io.mirrorcore.paper.PaperControl.Origin;
import io.mirrorcore.paper.PaperFill;
import io.mirrorcore.paper.PaperOrder;
import io.mirrorcore.paper.PaperPrice;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperFunctionTest {

  private static final long FAR = Long.MAX_VALUE - 1;

  @TempDir private Path directory;

  private static KeyedOneInputStreamOperatorTestHarness<String, PaperEvent, PaperAccount> harness(
      PaperPlan plan) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new PaperFunction(plan)),
            PaperEvent::portfolio,
            Types.STRING);
    harness.open();
    return harness;
  }

  private PaperPlan plan(String mode) {
    return PaperPlan.of(
        Settings.defaults()
            .with(Map.of("job.mode", mode, "paper.kill-file", directory.resolve("kill"))));
  }

  private static PaperEvent positions(long time) {
    return new PaperEvent(
        "main",
        new TargetPositions(
            "main", time, Map.of("A", 0.5), 0.5, 0.5, "alive", Map.of("A", 100.0 + time)),
        null,
        null);
  }

  private static PaperEvent price(long time) {
    return new PaperEvent("main", null, PaperPrice.of("A", time, 100), null);
  }

  private static PaperEvent control(PaperControl control) {
    return new PaperEvent("main", null, null, control);
  }

  private record Said(List<PaperAccount> accounts, List<PaperOrder> orders, List<PaperFill> fills) {
    static Said of(KeyedOneInputStreamOperatorTestHarness<String, PaperEvent, PaperAccount> from) {
      return new Said(
          List.copyOf(from.extractOutputValues()),
          side(from, PaperFunction.ORDERS),
          side(from, PaperFunction.FILLS));
    }
  }

  private static <T> List<T> side(
      KeyedOneInputStreamOperatorTestHarness<String, PaperEvent, PaperAccount> from,
      OutputTag<T> tag) {
    Queue<StreamRecord<T>> records = from.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  @Test
  void aSwitchThatCannotBeSeenStopsOrders() throws Exception {
    PaperPlan plan =
        PaperPlan.of(
            Settings.defaults().with("paper.kill-file", directory.resolve("gone").resolve("kill")));
    try (var harness = harness(plan)) {
      harness.processWatermark(FAR);
      harness.processElement(positions(1), 0);
      assertThat(side(harness, PaperFunction.CONTROLS))
          .containsExactly(new PaperControl("main", Action.HALT, 0L, Origin.FILE));
      assertThat(side(harness, PaperFunction.ORDERS)).isEmpty();
    }
  }

  /**
   * File and topic halt in turn; what they did is written down, and a replay goes by that alone.
   */
  @Test
  void aReplayObeysTheSwitchWhereTheLiveJobDid() throws Exception {
    List<PaperControl> effects;
    Said live;
    try (var harness = harness(plan("live"))) {
      harness.processWatermark(FAR);
      harness.processElement(positions(1), 0);
      Files.createFile(directory.resolve("kill"));
      harness.processElement(price(2), 0);
      harness.processElement(positions(2), 0);
      Files.delete(directory.resolve("kill"));
      harness.processElement(price(3), 0);
      harness.processElement(positions(3), 0);
      harness.processElement(control(new PaperControl("main", Action.HALT, null, null)), 0);
      harness.processElement(price(4), 0);
      harness.processElement(positions(4), 0);
      harness.processWatermark(Long.MAX_VALUE);
      live = Said.of(harness);
      effects = side(harness, PaperFunction.CONTROLS);
    }
    assertThat(effects)
        .containsExactly(
            new PaperControl("main", Action.HALT, 1L, Origin.FILE),
            new PaperControl("main", Action.RESUME, 2L, Origin.FILE),
            new PaperControl("main", Action.HALT, 3L, Origin.TOPIC));
    assertThat(live.orders())
        .extracting(order -> order.time() + " " + order.state())
        .containsExactly("1 SENT", "1 HALTED", "3 SENT", "3 HALTED");

    Files.createFile(directory.resolve("kill"));
    try (var harness = harness(plan("replay"))) {
      harness.processElement(control(new PaperControl("main", Action.HALT, null, null)), 0);
      for (PaperControl effect : effects) {
        harness.processElement(control(effect), 0);
      }
      for (long time = 4; time >= 1; time--) {
        harness.processElement(price(time), 0);
      }
      for (long time = 1; time <= 4; time++) {
        harness.processElement(positions(time), 0);
      }
      assertThat(harness.extractOutputValues()).as("all of the switch is awaited").isEmpty();
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(Said.of(harness)).isEqualTo(live);
      assertThat(side(harness, PaperFunction.CONTROLS)).isEmpty();
    }
  }

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() throws Exception {
    List<PaperEvent> events = new ArrayList<>();
    for (long time = 1; time <= 40; time++) {
      events.add(price(time));
      events.add(positions(time));
    }
    Said whole;
    try (var harness = harness(plan("live"))) {
      for (PaperEvent event : events) {
        harness.processElement(event, 0);
        harness.processWatermark(time(event) - 1);
      }
      harness.processWatermark(Long.MAX_VALUE);
      whole = Said.of(harness);
    }
    assertThat(whole.fills()).hasSize(39);
    for (int cut = 1; cut < events.size(); cut += 13) {
      List<PaperFill> fills;
      var first = harness(plan("live"));
      for (PaperEvent event : events.subList(0, cut)) {
        first.processElement(event, 0);
        first.processWatermark(time(event) - 1);
      }
      var snapshot = first.snapshot(1, 1);
      fills = new ArrayList<>(Said.of(first).fills());
      first.close();
      var second =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(new PaperFunction(plan("live"))),
              PaperEvent::portfolio,
              Types.STRING);
      second.initializeState(snapshot);
      second.open();
      for (PaperEvent event : events.subList(cut, events.size())) {
        second.processElement(event, 0);
        second.processWatermark(time(event) - 1);
      }
      second.processWatermark(Long.MAX_VALUE);
      fills.addAll(Said.of(second).fills());
      second.close();
      assertThat(fills).isEqualTo(whole.fills());
    }
  }

  @Test
  void aWatermarkThatComesAfterTheLastPositionsWakesThem() throws Exception {
    try (var harness = harness(plan("live"))) {
      harness.processElement(price(1), 0);
      harness.processWatermark(1);
      harness.processElement(positions(2), 0);
      assertThat(harness.extractOutputValues()).isEmpty();
      harness.processWatermark(FAR);
      assertThat(harness.extractOutputValues()).hasSize(1);
    }
  }

  private static long time(PaperEvent event) {
    return event.price() != null ? event.price().time() : event.positions().time();
  }

  private static PaperReading control(String json) {
    return PaperParser.control(source(), bytes(json), List.of("main"));
  }

  private static SourceRef source() {
    return new SourceRef("t", 0, 7);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatCannotBeReadBecomesADeadLetterWithTheReason() {
    assertThat(control("{\"portfolio\":\"main\",\"action\":\"HALT\"}").event().control())
        .isEqualTo(new PaperControl("main", Action.HALT, null, null));
    assertThat(control("{\"portfolio\":\"man\",\"action\":\"HALT\"}").letter().detail())
        .isEqualTo("portfolio must be one of [main]; have man");
    assertThat(control("{\"portfolio\":\"main\"}").letter().reason())
        .isEqualTo(RejectReason.MISSING_FIELD);
    assertThat(control("{\"portfolio\":\"main\",\"action\":\"STOP\"}").letter().reason())
        .isEqualTo(RejectReason.MALFORMED);
    assertThat(control("halt").letter().reason()).isEqualTo(RejectReason.MALFORMED);
    String before =
        "{\"portfolio\":\"main\",\"time\":1,\"positions\":{\"A\":1},\"gross\":1,\"net\":1";
    assertThat(PaperParser.positions(source(), bytes(before + "}")).letter().detail())
        .isEqualTo("prices is missing");
    assertThat(PaperParser.positions(source(), bytes(before + ",\"prices\":{}}")).letter().detail())
        .isEqualTo("price of A must be above 0");
    assertThat(
            PaperParser.positions(source(), bytes(before + ",\"prices\":{\"A\":2}}"))
                .event()
                .positions()
                .prices())
        .isEqualTo(Map.of("A", 2.0));
    assertThat(PaperParser.positions(source(), null)).isEqualTo(new PaperReading(null, null));
  }
}
