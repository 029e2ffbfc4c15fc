package io.mirrorcore.jobs.operator.portfolio;

import static io.mirrorcore.jobs.operator.Events.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.operator.ShardMember;
import io.mirrorcore.jobs.operator.ShardReadings;
import io.mirrorcore.jobs.operator.SignalBatch;
import io.mirrorcore.jobs.operator.pair.PairShardFunction;
import io.mirrorcore.jobs.operator.pair.RelatedCloses;
import io.mirrorcore.jobs.operator.symbol.SwitchedOn;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.market.Bar;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortfolioFunctionTest {

  /** With many pairs open at once: the order in which their legs are added up shows. */
  private static final JobPlan PLAN =
      JobPlan.of(
          SwitchedOn.only("UT_BOT", "PAIRS_TRADING", "CORRELATION_MATRIX", "CAUSALITY_DETECTOR")
              .with(
                  Map.of(
                      "compatibility",
                      "0.1", // whose pairs have something to say soon
                      "strategies.PAIRS_TRADING.entry",
                      0.5,
                      "strategies.PAIRS_TRADING.exit",
                      0.1)));

  private static final int STRATEGIES = PLAN.strategies().ids().size();

  /** The ledger, and one cell for each strategy of a portfolio. */
  private static final int CELLS = 4;

  private static final int COUNT = 260;
  private static final List<List<Bar>> CLOSES = RelatedCloses.of(5, COUNT);

  /** What the shards find at each close of {@link #CLOSES}. */
  private static Map<Long, List<ShardReadings>> found;

  private KeyedTwoInputStreamOperatorTestHarness<
          String, PortfolioMember, ShardReadings, PortfolioBar>
      harness;

  @BeforeAll
  static void askTheShards() throws Exception {
    int shards = PLAN.pairs().shards();
    try (var pairs =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new PairShardFunction(PLAN.strategies(), PLAN.pairs())),
            ShardMember::key,
            Types.STRING)) {
      pairs.open();
      for (int i = 1; i <= COUNT; i++) {
        for (Bar bar : CLOSES.get(i - 1)) {
          for (int shard = 0; shard < shards; shard++) {
            pairs.processElement(new ShardMember("main/" + shard, "main", shard, bar), bar.time());
          }
        }
        pairs.processWatermark(i * MINUTE);
      }
      found =
          pairs.extractOutputValues().stream().collect(Collectors.groupingBy(ShardReadings::time));
    }
  }

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          String, PortfolioMember, ShardReadings, PortfolioBar>
      harness() throws Exception {
    KeyedTwoInputStreamOperatorTestHarness<String, PortfolioMember, ShardReadings, PortfolioBar>
        harness =
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new KeyedCoProcessOperator<>(
                    new PortfolioFunction(PLAN.strategies(), PLAN.ledger())),
                PortfolioMember::portfolio,
                ShardReadings::portfolio,
                Types.STRING);
    harness.setup(PortfolioBarSerializer.INSTANCE);
    return harness;
  }

  /** Plays closes {@code from} to {@code to}; the records of each come in an order by the seed. */
  private void play(int from, int to, long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = from; i <= to; i++) {
      List<Object> records = new ArrayList<>(readings(i));
      CLOSES.get(i - 1).forEach(bar -> records.add(RelatedCloses.member("main", bar, STRATEGIES)));
      Collections.shuffle(records, random);
      for (Object record : records) {
        give(record, i * MINUTE);
      }
      watermark(i);
    }
  }

  private static List<ShardReadings> readings(int close) {
    return found.getOrDefault(close * MINUTE, List.of());
  }

  private void give(Object record, long time) throws Exception {
    if (record instanceof PortfolioMember member) {
      harness.processElement1(member, time);
    } else {
      harness.processElement2((ShardReadings) record, time);
    }
  }

  private void watermark(int close) throws Exception {
    harness.processWatermark1(new Watermark(close * MINUTE));
    harness.processWatermark2(new Watermark(close * MINUTE));
  }

  private List<PortfolioBar> bars() {
    return harness.extractOutputValues();
  }

  private List<SignalBatch> signals() {
    Queue<StreamRecord<SignalBatch>> batches = harness.getSideOutput(PortfolioFunction.SIGNALS);
    return batches == null ? List.of() : batches.stream().map(StreamRecord::getValue).toList();
  }

  private void restart() throws Exception {
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness();
    harness.initializeState(state);
    harness.open();
  }

  private static boolean isDeployed(PortfolioBar bar, int strategy) {
    return bar.earned().filter(earned -> earned.deployed()[strategy]).isPresent();
  }

  @Test
  void theMarketGivesEveryStrategyAPosition() throws Exception {
    play(1, COUNT, 1);
    for (int k = 0; k < STRATEGIES; k++) {
      int strategy = k;
      assertThat(bars())
          .as(PLAN.strategies().ids().get(k))
          .anyMatch(bar -> isDeployed(bar, strategy));
    }
    assertThat(signals())
        .flatExtracting(SignalBatch::signals)
        .extracting("portfolio")
        .containsOnly("main");
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws Exception {
    play(1, COUNT, 1);
    List<PortfolioBar> bars = bars();
    List<SignalBatch> signals = signals();
    harness.close();
    open();
    play(1, COUNT, 2);
    assertThat(bars()).usingRecursiveComparison().isEqualTo(bars);
    assertThat(signals()).isEqualTo(signals);
  }

  @Test
  void whatComesAheadOfItsTimeWaits() throws Exception {
    play(1, 200, 1);
    List<PortfolioBar> bars = bars();
    harness.close();
    open();
    // One input is a whole history ahead of the other.
    for (int i = 1; i <= 200; i++) {
      for (ShardReadings readings : readings(i)) {
        harness.processElement2(readings, i * MINUTE);
      }
    }
    harness.processWatermark2(new Watermark(200 * MINUTE));
    for (int i = 200; i >= 1; i--) {
      for (Bar bar : CLOSES.get(i - 1)) {
        harness.processElement1(RelatedCloses.member("main", bar, STRATEGIES), i * MINUTE);
      }
    }
    assertThat(bars()).isEmpty();
    harness.processWatermark1(new Watermark(200 * MINUTE));
    assertThat(bars()).usingRecursiveComparison().isEqualTo(bars);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(CELLS);
  }

  @Test
  void aCloseIsAnsweredOnceWhenBothInputsHavePassedIt() throws Exception {
    for (Bar bar : CLOSES.get(0)) {
      give(RelatedCloses.member("main", bar, STRATEGIES), MINUTE);
    }
    harness.processWatermark1(new Watermark(MINUTE));
    assertThat(bars()).isEmpty();
    harness.processWatermark2(new Watermark(MINUTE - 1));
    assertThat(bars()).isEmpty();
    harness.processWatermark2(new Watermark(MINUTE));
    assertThat(bars()).hasSize(1);
    watermark(2);
    watermark(9);
    assertThat(bars()).hasSize(1);
    assertThat(bars().get(0).time()).isEqualTo(MINUTE);
    assertThat(bars().get(0).symbols())
        .extracting(SymbolReturn::symbol)
        .containsExactly("A", "B", "C", "D", "E", "F", "G", "H");
  }

  @Test
  void portfoliosDoNotMix() throws Exception {
    Bar bar = CLOSES.get(0).get(0);
    give(RelatedCloses.member("other", CLOSES.get(0).get(1), STRATEGIES), MINUTE);
    give(RelatedCloses.member("main", bar, STRATEGIES), MINUTE);
    watermark(1);
    assertThat(bars())
        .extracting(
            answer ->
                answer.portfolio() + answer.symbols().stream().map(SymbolReturn::symbol).toList())
        .containsExactlyInAnyOrder("main[A]", "other[B]");
  }

  @Test
  void keepsOneCellAStrategyAndALedgerAndNothingElse() throws Exception {
    play(1, 3, 1);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(CELLS);
    play(4, COUNT, 1);
    assertThat(harness.numKeyedStateEntries()).isEqualTo(CELLS);
    assertThat(harness.numEventTimeTimers()).isZero();
  }

  @Test
  void goesOnFromASnapshotAsIfNothingHadHappened() throws Exception {
    play(1, COUNT, 1);
    List<PortfolioBar> bars = bars();
    List<SignalBatch> signals = signals();
    harness.close();
    open();

    int cut = 180;
    play(1, cut, 1);
    // In the middle of a close: some of it waits in state.
    List<PortfolioMember> members =
        CLOSES.get(cut).stream()
            .map(bar -> RelatedCloses.member("main", bar, STRATEGIES))
            .sorted(Comparator.comparing(m -> m.bar().bar().symbol(), Comparator.reverseOrder()))
            .toList();
    List<ShardReadings> readings = readings(cut + 1);
    assertThat(readings).hasSizeGreaterThan(1);
    give(members.get(0), (cut + 1) * MINUTE);
    give(readings.get(0), (cut + 1) * MINUTE);
    int earlier = signals().size();
    restart();
    for (PortfolioMember member : members.subList(1, members.size())) {
      give(member, (cut + 1) * MINUTE);
    }
    for (ShardReadings left : readings.subList(1, readings.size())) {
      give(left, (cut + 1) * MINUTE);
    }
    watermark(cut + 1);
    play(cut + 2, COUNT, 3);

    assertThat(bars()).usingRecursiveComparison().isEqualTo(bars.subList(cut, COUNT));
    assertThat(signals()).isEqualTo(signals.subList(earlier, signals.size()));
  }
}
