package io.mirrorcore.jobs.operator.order;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * The operator that puts all records into one order, by time and then by key, keeping the order of
 * those with the same key and time. A single file that many subtasks write to needs it.
 *
 * @param <T> record, with an event-time timestamp
 */
public final class TimeOrderFunction<T> extends KeyedProcessFunction<String, T, T> {

  private static final long serialVersionUID = 1;

  private final Function<T, String> key;
  private final TypeInformation<T> type;
  private transient Waiting<T> waiting;

  /**
   * @param key second criterion after time
   * @param type of the records
   */
  public <K extends Function<T, String> & Serializable> TimeOrderFunction(
      K key, TypeInformation<T> type) {
    this.key = key;
    this.type = type;
  }

  @Override
  public void open(OpenContext context) {
    waiting = new Waiting<>(getRuntimeContext(), "waiting", type);
  }

  @Override
  public void processElement(T record, Context context, Collector<T> out) throws Exception {
    Long time = context.timestamp();
    if (time == null || time <= context.timerService().currentWatermark()) {
      out.collect(record);
      return;
    }
    if (waiting.add(time, record)) {
      context.timerService().registerEventTimeTimer(time);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<T> out) throws Exception {
    List<T> records = waiting.take(time);
    records.sort(Comparator.comparing(key));
    records.forEach(out::collect);
  }
}
