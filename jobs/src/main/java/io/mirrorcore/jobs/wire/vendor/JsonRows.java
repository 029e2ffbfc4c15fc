package io.mirrorcore.jobs.wire.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds the records in a JSON value, however deep: an object that has a column of numbers is one,
 * and so is a list of plain values; any other object or list is searched.
 */
final class JsonRows {

  private static final int DEEPEST = 8;

  private final ColumnMapping mapping;

  JsonRows(ColumnMapping mapping) {
    this.mapping = mapping;
  }

  /** Gives out the records of a value in their order; the value itself where it holds none. */
  void find(JsonNode value, Consumer<JsonRow> out) {
    int[] count = {0};
    descend(
        value,
        new TreeMap<>(),
        0,
        row -> {
          count[0]++;
          out.accept(row);
        });
    if (count[0] == 0) {
      others(value).forEach(row -> out.accept(new JsonRow(row, Map.of(), mapping.header())));
    }
  }

  /** What is no record: it may be of a kind that the mapping passes over, or is to be refused. */
  private static List<JsonNode> others(JsonNode value) {
    List<JsonNode> others = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(others::add);
    } else {
      others.add(value);
    }
    return others.stream().filter(JsonNode::isContainerNode).toList();
  }

  private void descend(
      JsonNode node, Map<String, String> around, int depth, Consumer<JsonRow> out) {
    if (isRecord(node)) {
      out.accept(new JsonRow(node, around, mapping.header()));
    } else if (node.isArray() && depth < DEEPEST) {
      node.forEach(element -> descend(element, around, depth + 1, out));
    } else if (node.isObject() && depth < DEEPEST) {
      inside(node, around, depth, out);
    }
  }

  private void inside(JsonNode node, Map<String, String> around, int depth, Consumer<JsonRow> out) {
    Map<String, String> known = new TreeMap<>(around);
    collect("", node, known);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isContainerNode() && !field.getValue().isEmpty()) {
        Map<String, String> here = new TreeMap<>(known);
        here.put(JsonRow.KEY, field.getKey());
        descend(field.getValue(), here, depth + 1, out);
      }
    }
  }

  /** Plain values, and those of an object beside the records: Alpha Vantage's Meta Data. */
  private static void collect(String prefix, JsonNode node, Map<String, String> known) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String text = JsonRow.text(field.getValue());
      if (text != null) {
        known.put(field.getKey(), text);
      } else if (prefix.isEmpty() && field.getKey().equals("Meta Data")) {
        collect("Meta Data.", field.getValue(), known);
      }
    }
  }

  private boolean isRecord(JsonNode node) {
    if (node.isArray()) {
      return !mapping.header().isEmpty() && node.size() > 1 && plain(node);
    }
    List<String> markers = List.copyOf(mapping.markers());
    return node.isObject() && markers.stream().anyMatch(name -> isValue(node.get(name)));
  }

  private static boolean plain(JsonNode list) {
    for (JsonNode element : list) {
      if (element.isContainerNode()) {
        return false;
      }
    }
    return true;
  }

  /** A number, its text, or the levels of a book. */
  private static boolean isValue(JsonNode value) {
    return value != null && (value.isValueNode() || (value.isArray() && isLevels(value)));
  }

  private static boolean isLevels(JsonNode list) {
    JsonNode first = list.get(0);
    return first == null || first.isArray() || first.has("price") || first.has("p");
  }
}
