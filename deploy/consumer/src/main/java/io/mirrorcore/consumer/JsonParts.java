package io.mirrorcore.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.consumer.UnreadableRecordException.Kind;
import java.util.ArrayList;
import java.util.Iterator;
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
    return field(name).isTextual() ? field(name).textValue() : wrong(name, "a text");
  }

  double number(String name) {
    return number(field(name), name);
  }

  private double number(JsonNode value, String name) {
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? value.doubleValue()
        : wrong(name, "a finite number");
  }

  long whole(String name) {
    return field(name).canConvertToExactIntegral() && field(name).canConvertToLong()
        ? field(name).longValue()
        : wrong(name, "a whole number");
  }

  /** Empty where it is absent or an empty object. */
  Map<String, Double> numbers(String name) {
    JsonNode object = field(name);
    if (!object.isObject()) {
      return wrong(name, "an object of numbers");
    }
    TreeMap<String, Double> numbers = new TreeMap<>();
    Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      numbers.put(field.getKey(), number(field.getValue(), name + "." + field.getKey()));
    }
    return numbers;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : array(name)) {
      texts.add(value.isTextual() ? value.textValue() : wrong(name, "an array of texts"));
    }
    return texts;
  }

  double[] values(String name) {
    return values(array(name), name);
  }

  private double[] values(JsonNode array, String name) {
    if (!array.isArray()) {
      return wrong(name, "an array of numbers");
    }
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(array.get(i), name);
    }
    return values;
  }

  double[][] rows(String name) {
    JsonNode array = array(name);
    double[][] rows = new double[array.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = values(array.get(i), name);
    }
    return rows;
  }

  List<JsonParts> objects(String name) {
    List<JsonParts> objects = new ArrayList<>();
    for (JsonNode value : array(name)) {
      objects.add(
          value.isObject()
              ? new JsonParts(value, path + name + ".")
              : wrong(name, "an array of objects"));
    }
    return objects;
  }

  JsonParts object(String name) {
    return field(name).isObject()
        ? new JsonParts(field(name), path + name + ".")
        : wrong(name, "an object");
  }

  private JsonNode array(String name) {
    return field(name).isArray() ? field(name) : wrong(name, "an array");
  }

  private <T> T wrong(String name, String kind) {
    String have = node.path(name).toString();
    throw new UnreadableRecordException(
        Kind.DAMAGED,
        path
            + name
            + " must be "
            + kind
            + "; have "
            + have.substring(0, Math.min(60, have.length())));
  }
}
