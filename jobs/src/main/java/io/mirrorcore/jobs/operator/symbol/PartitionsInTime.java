package io.mirrorcore.jobs.operator.symbol;

import io.mirrorcore.jobs.wire.reject.SourceRef;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * Partitions of which some record has come in time. From one that is not among them nothing has
 * ever been in time: the partition is new, or was empty until now. It only decides what a dead
 * letter says, never whether there is one.
 *
 * <p>Each subtask knows those that it has seen itself, and after a restore those of all. A
 * savepoint of an earlier release has none.
 */
final class PartitionsInTime {

  private final ListState<Tuple2<String, Integer>> state;
  private final Map<String, BitSet> byTopic = new TreeMap<>();

  private PartitionsInTime(ListState<Tuple2<String, Integer>> state) {
    this.state = state;
  }

  static PartitionsInTime restore(OperatorStateStore store) throws Exception {
    PartitionsInTime partitions =
        new PartitionsInTime(
            store.getUnionListState(
                new ListStateDescriptor<>(
                    "partitions-in-time", Types.TUPLE(Types.STRING, Types.INT))));
    for (Tuple2<String, Integer> partition : partitions.state.get()) {
      partitions.add(partition.f0, partition.f1);
    }
    return partitions;
  }

  void snapshot() throws Exception {
    state.clear();
    for (Map.Entry<String, BitSet> topic : byTopic.entrySet()) {
      for (int number : topic.getValue().stream().toArray()) {
        state.add(Tuple2.of(topic.getKey(), number));
      }
    }
  }

  boolean has(SourceRef source) {
    BitSet numbers = byTopic.get(source.topic());
    return numbers != null && numbers.get(source.partition());
  }

  void add(SourceRef source) {
    add(source.topic(), source.partition());
  }

  private void add(String topic, int number) {
    byTopic.computeIfAbsent(topic, name -> new BitSet()).set(number);
  }
}
