package io.mirrorcore.jobs.wire.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mirrorcore.jobs.wire.columns.VendorRow;
import java.util.List;
import java.util.Map;

/**
 * One record of JSON: an object, or a list whose places have names. What its object does not have
 * is looked for in what it lies in: the symbol of an answer stands once, above its bars.
 *
 * @param node the record
 * @param around plain values of what it lies in, by name; {@value #KEY} is the name that it, or the
 *     list that it is in, has there
 * @param header names of the places of a list
 */
record JsonRow(JsonNode node, Map<String, String> around, List<String> header)
    implements VendorRow {

  static final String KEY = "@key";

  private static final ObjectMapper NUMBERS =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final List<String> PRICE = List.of("price", "p", "px");
  private static final List<String> SIZE = List.of("size", "s", "quantity", "q", "qty", "volume");

  @Override
  public String value(String name) {
    JsonNode found = find(name);
    return found == null ? around.get(name) : text(found);
  }

  private JsonNode find(String name) {
    if (node.isArray()) {
      int index = header.indexOf(name);
      return node.get(index >= 0 ? index : number(name) - 1);
    }
    JsonNode own = node.get(name);
    int dot = own == null ? name.indexOf('.') : -1;
    return dot > 0 && node.path(name.substring(0, dot)).isObject()
        ? new JsonRow(node.get(name.substring(0, dot)), Map.of(), header)
            .find(name.substring(dot + 1))
        : own;
  }

  private static int number(String name) {
    return name.matches("[1-9]\\d{0,2}") ? Integer.parseInt(name) : 0;
  }

  /** The text of a plain value; null of what is none, or is absent. */
  static String text(JsonNode value) {
    if (value == null || value.isNull() || value.isContainerNode()) {
      return null;
    }
    String text = value.isBigDecimal() ? value.decimalValue().toString() : value.asText().strip();
    return text.isEmpty() ? null : text;
  }

  @Override
  public String levels(String name) {
    JsonNode found = find(name);
    return found != null && found.isArray() ? levels(found) : null;
  }

  private static String levels(JsonNode list) {
    StringBuilder text = new StringBuilder();
    for (JsonNode level : list) {
      String price = level.isArray() ? text(level.get(0)) : first(level, PRICE);
      String size = level.isArray() ? text(level.get(1)) : first(level, SIZE);
      text.append(text.length() == 0 ? "" : "|").append(price).append(':').append(size);
    }
    return text.toString();
  }

  private static String first(JsonNode level, List<String> names) {
    return names.stream()
        .map(level::get)
        .map(JsonRow::text)
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }

  /** Levels written as JSON in a cell; the cell where it is none. */
  static String levelsOf(String cell) {
    try {
      return levels(NUMBERS.readTree(cell));
    } catch (JsonProcessingException e) {
      return cell;
    }
  }
}
