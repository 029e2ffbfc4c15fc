package io.mirrorcore.jobs.operator.pair;

import static io.mirrorcore.jobs.operator.Events.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.operator.ShardMember;
import io.mirrorcore.jobs.operator.ShardReadings;
import io.mirrorcore.jobs.operator.symbol.SwitchedOn;
import io.mirrorcore.jobs.plan.JobPlan;
import io.mirrorcore.market.Bar;
import io.mirrorcore.strategy.PairReading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairShardFunctionTest {

  private static final JobPlan PLAN =
      JobPlan.of(
          SwitchedOn.only("PAIRS_TRADING", "CAUSALITY_DETECTOR")
              .with("compatibility", "0.1")); // whose pairs have something to say soon
  private static final int SHARDS = PLAN.pairs().shards();
  private static final int MAX_PARALLELISM = PLAN.pairs().maxParallelism();
  private static final String[] KEYS = ShardKeys.of("main", SHARDS, MAX_PARALLELISM);
  private static final List<List<Bar>> CLOSES = RelatedCloses.of(3, 260);

  /** The operator at work on as many subtasks as there are harnesses. */
  private static final class Shards implements AutoCloseable {

    private final List<KeyedOneInputStreamOperatorTestHarness<String, ShardMember, ShardReadings>>
        subtasks = new ArrayList<>();

    Shards(int parallelism, OperatorSubtaskState before, int parallelismBefore) throws Exception {
      for (int i = 0; i < parallelism; i++) {
        var harness =
            new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new PairShardFunction(PLAN.strategies(), PLAN.pairs())),
                ShardMember::key,
                Types.STRING,
                MAX_PARALLELISM,
                parallelism,
                i);
        if (before != null) {
          harness.initializeState(
              AbstractStreamOperatorTestHarness.repartitionOperatorState(
                  before, MAX_PARALLELISM, parallelismBefore, parallelism, i));
        }
        harness.open();
        subtasks.add(harness);
      }
    }

    /**
     * Plays closes {@code from} to {@code to}; the bars of each come in an order by {@code seed}.
     */
    void play(int from, int to, long seed) throws Exception {
      Random random = new Random(seed);
      for (int i = from; i <= to; i++) {
        List<ShardMember> members = new ArrayList<>();
        for (Bar bar : CLOSES.get(i - 1)) {
          for (int shard = 0; shard < SHARDS; shard++) {
            members.add(new ShardMember(KEYS[shard], "main", shard, bar));
          }
        }
        Collections.shuffle(members, random);
        for (ShardMember member : members) {
          subtasks.get(subtask(member.key(), subtasks.size())).processElement(member, i * MINUTE);
        }
        for (var subtask : subtasks) {
          subtask.processWatermark(i * MINUTE);
        }
      }
    }

    /** All readings as text, in an order that does not depend on where they were made. */
    List<String> readings() {
      return subtasks.stream()
          .flatMap(subtask -> subtask.extractOutputValues().stream())
          .flatMap(found -> found.readings().stream().map(reading -> text(found, reading)))
          .sorted(Comparator.naturalOrder())
          .toList();
    }

    /** Every reading with all bits of its numbers. */
    private static String text(ShardReadings found, PairReading reading) {
      StringBuilder text = new StringBuilder();
      text.append("%s %012d %s".formatted(found.portfolio(), found.time(), found.strategy()));
      text.append(" " + reading.first() + " " + reading.second());
      for (double number : reading.numbers()) {
        text.append(' ').append(Double.toHexString(number));
      }
      return text.toString();
    }

    OperatorSubtaskState snapshot() throws Exception {
      List<OperatorSubtaskState> states = new ArrayList<>();
      for (var subtask : subtasks) {
        states.add(subtask.snapshot(1, 1));
      }
      return AbstractStreamOperatorTestHarness.repackageState(
          states.toArray(OperatorSubtaskState[]::new));
    }

    @Override
    public void close() throws Exception {
      for (var subtask : subtasks) {
        subtask.close();
      }
    }
  }

  private static int subtask(String key, int parallelism) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, parallelism);
  }

  private static List<String> straight() throws Exception {
    try (Shards shards = new Shards(1, null, 1)) {
      shards.play(1, CLOSES.size(), 1);
      return shards.readings();
    }
  }

  @Test
  void tellsOfPairsAndOfEverySymbol() throws Exception {
    List<String> readings = straight();
    assertThat(readings).anyMatch(text -> text.contains("PAIRS_TRADING A B"));
    assertThat(readings).anyMatch(text -> text.contains("CAUSALITY_DETECTOR C D"));
    String last = "main %012d ".formatted(CLOSES.size() * MINUTE);
    for (String symbol : List.of("A", "B", "C", "D")) {
      for (String strategy : List.of("PAIRS_TRADING", "CAUSALITY_DETECTOR")) {
        String alone = last + strategy + " " + symbol + " " + symbol;
        assertThat(readings).filteredOn(text -> text.startsWith(alone)).hasSize(1);
      }
    }
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws Exception {
    List<String> one = straight();
    try (Shards shards = new Shards(1, null, 1)) {
      shards.play(1, CLOSES.size(), 2);
      assertThat(shards.readings()).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void goesOnFromASnapshotOnAsManySubtasksAsThereAre(int after) throws Exception {
    List<String> whole = straight();
    int before = 2;
    int cut = 170;
    List<String> parts = new ArrayList<>();
    OperatorSubtaskState state;
    try (Shards shards = new Shards(before, null, before)) {
      shards.play(1, cut, 1);
      state = shards.snapshot();
      parts.addAll(shards.readings());
    }
    try (Shards shards = new Shards(after, state, before)) {
      shards.play(cut + 1, CLOSES.size(), 1);
      assertThat(shards.readings()).isNotEmpty();
      parts.addAll(shards.readings());
    }
    assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
  }

  @Test
  void keepsOneCellAShardAndStrategyAndNothingElse() throws Exception {
    try (Shards shards = new Shards(1, null, 1)) {
      shards.play(1, 5, 1);
      assertThat(shards.subtasks.get(0).numKeyedStateEntries()).isEqualTo(2 * SHARDS);
      shards.play(6, 200, 1);
      assertThat(shards.subtasks.get(0).numKeyedStateEntries()).isEqualTo(2 * SHARDS);
      assertThat(shards.subtasks.get(0).numEventTimeTimers()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8})
  void shardsSpreadEvenlyOverSubtasks(int parallelism) {
    for (String portfolio : List.of("main", "p", "a-rather-long-name", "0")) {
      TreeMap<Integer, Integer> load = new TreeMap<>();
      for (String key : ShardKeys.of(portfolio, SHARDS, MAX_PARALLELISM)) {
        load.merge(subtask(key, parallelism), 1, Integer::sum);
      }
      assertThat(load).hasSize(parallelism);
      assertThat(Collections.max(load.values()) - Collections.min(load.values()))
          .isEqualTo(SHARDS % parallelism == 0 ? 0 : 1);
    }
  }

  @Test
  void keysOfShardsDifferAndStayTheSame() {
    assertThat(KEYS).doesNotHaveDuplicates().hasSize(SHARDS);
    assertThat(IntStream.range(0, SHARDS)).allMatch(i -> KEYS[i].startsWith("main/" + i + "/"));
    assertThat(ShardKeys.of("main", SHARDS, MAX_PARALLELISM)).isEqualTo(KEYS);
  }
}
