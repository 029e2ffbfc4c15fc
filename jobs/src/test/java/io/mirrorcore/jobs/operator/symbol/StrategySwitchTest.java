package io.mirrorcore.jobs.operator.symbol;

import static io.mirrorcore.jobs.operator.Events.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.operator.Events;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.SymbolBar;
import io.mirrorcore.jobs.wire.market.AdmittedEvent;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.market.Bar;
import io.mirrorcore.market.tick.Tick;
import io.mirrorcore.signal.SignalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** A savepoint taken in the middle of a bar, restored by a job with other strategies. */
class StrategySwitchTest {

  private static final int CUT = 200;
  private static final int END = 330;

  private static final Settings BEFORE =
      SwitchedOn.only("UT_BOT", "MOMENTUM_BREAKOUT", "LIQUIDITY_FLOW", "ENTROPY_MEASURE");

  /** One run, or part of one, over the same ticks and bars. */
  private static final class Part implements AutoCloseable {

    private final KeyedOneInputStreamOperatorTestHarness<String, AdmittedEvent, SymbolBar> harness;

    Part(Settings settings, OperatorSubtaskState state) throws Exception {
      harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(SymbolFunctionTest.function(settings)),
              AdmittedEvent::symbol,
              Types.STRING);
      if (state != null) {
        harness.initializeState(state);
      }
      harness.open();
    }

    /** The first half of the run ends within a bar, the second begins there. */
    Part play(boolean first, boolean second) throws Exception {
      for (int i = first ? 1 : CUT; i <= (second ? END : CUT); i++) {
        SplittableRandom random = new SplittableRandom(i);
        List<AdmittedEvent> events = events(i, random);
        int from = i == CUT && !first ? events.size() / 2 : 0;
        int to = i == CUT && !second ? events.size() / 2 : events.size();
        for (AdmittedEvent event : events.subList(from, to)) {
          harness.processElement(event, event.time());
        }
        if (i < CUT || second) {
          harness.processWatermark(i * MINUTE);
        }
      }
      return this;
    }

    private static List<AdmittedEvent> events(int i, SplittableRandom random) {
      double price = 100 + 10 * Math.sin(i / 7.0) + random.nextDouble();
      List<AdmittedEvent> events = new ArrayList<>();
      for (int k = 12; k >= 1; k--) {
        long time = i * MINUTE - 4000L * k;
        double[] bids = {price - 0.01, random.nextDouble(1, 20)};
        double[] asks = {price + 0.01, random.nextDouble(1, 2)};
        Tick quote = Tick.quote("A", time, bids, asks);
        events.add(AdmittedEvent.tick(new SourceRef("ticks", 0, time), quote));
        events.add(Events.trade("A", time + 1, price + random.nextDouble(-0.5, 0.5)));
      }
      events.add(Events.bar("A", i * MINUTE, price));
      return events;
    }

    OperatorSubtaskState snapshot() throws Exception {
      return harness.snapshot(1, 1);
    }

    List<Bar> bars() {
      return harness.extractOutputValues().stream().map(SymbolBar::bar).toList();
    }

    /** What one strategy said from the bar of the cut on. */
    List<SignalRecord> said(String strategy) {
      Queue<StreamRecord<SignalBatch>> batches = harness.getSideOutput(SymbolFunction.SIGNALS);
      return batches.stream()
          .flatMap(batch -> batch.getValue().signals().stream())
          .filter(signal -> signal.strategy().equals(strategy) && signal.time() >= CUT * MINUTE)
          .toList();
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }

  private static Part whole(Settings settings) throws Exception {
    return new Part(settings, null).play(true, true);
  }

  /** The rest of a run that began with some settings and goes on with others. */
  private static Part rest(Settings before, Settings after) throws Exception {
    try (Part part = new Part(before, null).play(true, false)) {
      return new Part(after, part.snapshot()).play(false, true);
    }
  }

  @Test
  void oneSwitchedOffAndOneSwitchedOnTouchNoOther() throws Exception {
    Settings after =
        SwitchedOn.only("UT_BOT", "MEAN_REVERSION", "LIQUIDITY_FLOW", "ENTROPY_MEASURE");
    try (Part whole = whole(BEFORE);
        Part rest = rest(BEFORE, after)) {
      for (String id : List.of("UT_BOT", "LIQUIDITY_FLOW", "ENTROPY_MEASURE")) {
        assertThat(rest.said(id)).hasSize(END - CUT + 1).isEqualTo(whole.said(id));
      }
      assertThat(rest.said("MOMENTUM_BREAKOUT")).isEmpty();
      assertThat(rest.said("MEAN_REVERSION").get(0).label()).isEqualTo("WARMUP");
      assertThat(rest.said("MEAN_REVERSION").get(END - CUT).label()).isNotEqualTo("WARMUP");
    }
  }

  @Test
  void oneSwitchedOnAgainStartsAgain() throws Exception {
    Settings without = SwitchedOn.only("UT_BOT");
    try (Part part = new Part(BEFORE, null).play(true, false);
        Part off = new Part(without, part.snapshot());
        Part on = new Part(BEFORE, off.snapshot()).play(false, true);
        Part whole = whole(BEFORE)) {
      assertThat(on.said("UT_BOT")).isEqualTo(whole.said("UT_BOT"));
      assertThat(on.said("ENTROPY_MEASURE").get(0).label()).isEqualTo("WARMUP");
    }
  }

  @Test
  void oneWithAnotherParameterStartsAgainAndTouchesNoOther() throws Exception {
    Settings after = BEFORE.with(Map.of("strategies.MOMENTUM_BREAKOUT.lookback", 21));
    try (Part whole = whole(BEFORE);
        Part rest = rest(BEFORE, after)) {
      for (String id : List.of("UT_BOT", "LIQUIDITY_FLOW", "ENTROPY_MEASURE")) {
        assertThat(rest.said(id)).hasSize(END - CUT + 1).isEqualTo(whole.said(id));
      }
      assertThat(whole.said("MOMENTUM_BREAKOUT").get(0).label()).isNotEqualTo("WARMUP");
      assertThat(rest.said("MOMENTUM_BREAKOUT").get(0).label()).isEqualTo("WARMUP");
      assertThat(rest.said("MOMENTUM_BREAKOUT").get(END - CUT).label()).isNotEqualTo("WARMUP");
    }
  }

  @Test
  void theTicksOfABarAreKeptWhenTheStrategyThatAsksForMostOfThemGoesOrComes() throws Exception {
    Settings with = BEFORE.with(Map.of("strategies.MICROSTRUCTURE.enabled", true));
    try (Part whole = whole(BEFORE);
        Part gone = rest(with, BEFORE);
        Part come = rest(BEFORE, with)) {
      assertThat(gone.said("LIQUIDITY_FLOW")).isEqualTo(whole.said("LIQUIDITY_FLOW"));
      assertThat(come.said("LIQUIDITY_FLOW")).isEqualTo(whole.said("LIQUIDITY_FLOW"));
    }
  }

  @Test
  void barsFromTicksKeepTheirTradesLikewise() throws Exception {
    Settings fromTicks = BEFORE.with(Map.of("bars.from", "ticks", "job.inputs", "ticks"));
    Settings with = fromTicks.with(Map.of("strategies.MICROSTRUCTURE.enabled", true));
    try (Part whole = whole(fromTicks);
        Part gone = rest(with, fromTicks)) {
      assertThat(gone.bars()).isEqualTo(whole.bars().subList(CUT - 1, END));
    }
  }
}
