package io.mirrorcore.console.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has changed since the last frame, with as few operations as say it: what is set a thousand
 * times is told once. They are told in the order of their numbers, each that of its last change.
 *
 * <p>An append may join an earlier one of its path, unless something above both was set or removed
 * in between: then the earlier one has no effect any more, and goes.
 */
final class Changes {

  private final Map<List<String>, Long> values = new HashMap<>();
  private final Map<List<String>, Long> appends = new HashMap<>();
  private final TreeMap<Long, Operation> byNumber = new TreeMap<>();
  private long next;

  void put(List<String> path, JsonNode value) {
    forget(path);
    values.put(path, add(new Operation.Put(path, value.deepCopy())));
  }

  void remove(List<String> path) {
    forget(path);
    values.put(path, add(new Operation.Remove(path)));
  }

  void append(List<String> path, JsonNode element, int limit) {
    Long number = appends.get(path);
    if (number != null && number < newestAbove(path)) {
      byNumber.remove(number);
      number = null;
    }
    if (number != null && ((Operation.Append) byNumber.get(number)).limit() != limit) {
      number = null; // that one cuts elsewhere, and stays
    }
    if (number == null) {
      number = add(new Operation.Append(path, Tree.JSON.createArrayNode(), limit));
      appends.put(path, number);
    }
    ArrayNode elements = ((Operation.Append) byNumber.get(number)).elements();
    elements.add(element.deepCopy());
    if (elements.size() > limit) {
      elements.remove(0);
    }
  }

  /** Number of the newest change of the path itself or of what it lies in; -1 for none. */
  private long newestAbove(List<String> path) {
    long newest = -1;
    for (int depth = 1; depth <= path.size(); depth++) {
      newest = Math.max(newest, values.getOrDefault(path.subList(0, depth), -1L));
    }
    return newest;
  }

  private void forget(List<String> path) {
    drop(values.remove(path));
    drop(appends.remove(path));
  }

  private void drop(Long number) {
    if (number != null) {
      byNumber.remove(number);
    }
  }

  private long add(Operation operation) {
    byNumber.put(next, operation);
    return next++;
  }

  boolean isEmpty() {
    return byNumber.isEmpty();
  }

  /** All of them, in order; from now on there are none. */
  Collection<Operation> take() {
    List<Operation> all = new ArrayList<>(byNumber.values());
    clear();
    return all;
  }

  void clear() {
    byNumber.clear();
    values.clear();
    appends.clear();
  }
}
