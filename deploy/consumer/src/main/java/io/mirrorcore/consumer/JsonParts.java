package io.mirrorcore.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.consumer.UnreadableRecordException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fields of one JSON object, each by its name and type; what is absent or of another type is an
 * {@link UnreadableRecordException} that names it.
 *
 * @param node the object
 * @param path that leads to it, with a point at its end; empty for a whole record
 */
record JsonParts(JsonNode node, String path) {

  private static final int QUOTED = 60;

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  private JsonNode field(String name) {
    if (!has(name)) {
      throw new UnreadableRecordException(Kind.INCOMPLETE, "the record carries no " + path + name);
    }
    return node.get(name);
  }

  String text(String name) {
    must(field(name).isTextual(), name, "a text");
    return field(name).textValue();
  }

  double number(String name) {
    return number(field(name), name);
  }

  private double number(JsonNode value, String name) {
    must(value.isNumber() && Double.isFinite(value.doubleValue()), name, "a finite number");
    return value.doubleValue();
  }

  long whole(String name) {
    JsonNode value = field(name);
    must(value.isIntegralNumber() && value.canConvertToLong(), name, "a whole number");
    return value.longValue();
  }

  Map<String, Double> numbers(String name) {
    must(field(name).isObject(), name, "an object of numbers");
    TreeMap<String, Double> numbers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : field(name).properties()) {
      numbers.put(field.getKey(), number(field.getValue(), name));
    }
    return numbers;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(field(name), name)) {
      must(value.isTextual(), name, "an array of texts");
      texts.add(value.textValue());
    }
    return texts;
  }

  double[] values(String name) {
    return values(field(name), name);
  }

  private double[] values(JsonNode array, String name) {
    double[] values = new double[array(array, name).size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(array.get(i), name);
    }
    return values;
  }

  double[][] rows(String name) {
    JsonNode array = array(field(name), name);
    double[][] rows = new double[array.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = values(array.get(i), name);
    }
    return rows;
  }

  List<JsonParts> objects(String name) {
    List<JsonParts> objects = new ArrayList<>();
    for (JsonNode value : array(field(name), name)) {
      must(value.isObject(), name, "an array of objects");
      objects.add(new JsonParts(value, path + name + "."));
    }
    return objects;
  }

  JsonParts object(String name) {
    must(field(name).isObject(), name, "an object");
    return new JsonParts(field(name), path + name + ".");
  }

  private JsonNode array(JsonNode value, String name) {
    must(value.isArray(), name, "an array");
    return value;
  }

  private void must(boolean holds, String name, String kind) {
    if (!holds) {
      String have = node.path(name).toString();
      String quoted = have.length() > QUOTED ? have.substring(0, QUOTED) + "..." : have;
      throw new UnreadableRecordException(
          Kind.DAMAGED, path + name + " must be " + kind + "; have " + quoted);
    }
  }
}
