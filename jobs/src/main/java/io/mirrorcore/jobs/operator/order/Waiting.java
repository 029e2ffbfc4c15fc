package io.mirrorcore.jobs.operator.order;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Records of the current key that wait, by their time, for the watermark to pass it. They come out
 * in the order of arrival: whoever takes them sorts.
 *
 * @param <T> record
 */
public final class Waiting<T> {

  private final MapState<Long, List<T>> byTime;

  /**
   * @param name of the state
   */
  public Waiting(RuntimeContext context, String name, TypeInformation<T> type) {
    byTime = context.getMapState(new MapStateDescriptor<>(name, Types.LONG, Types.LIST(type)));
  }

  /** Lets a record wait. Returns whether it is the first of its time, which then needs a timer. */
  public boolean add(long time, T record) throws Exception {
    List<T> records = byTime.get(time);
    boolean first = records == null;
    if (first) {
      records = new ArrayList<>();
    }
    records.add(record);
    byTime.put(time, records);
    return first;
  }

  /** Takes out all records of a time; the list is the caller's, empty where nothing waited. */
  public List<T> take(long time) throws Exception {
    List<T> records = byTime.get(time);
    if (records == null) {
      return new ArrayList<>();
    }
    byTime.remove(time);
    return new ArrayList<>(records);
  }
}
