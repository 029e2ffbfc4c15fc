package io.mirrorcore.jobs.wire.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the flat object of a {@link FlatForm} back into its record of records, in one pass and in
 * whatever order the fields come. What is absent becomes null or 0; unknown fields are skipped.
 */
final class FlatReader<T> extends StdDeserializer<T> implements ResolvableDeserializer {

  private static final long serialVersionUID = 1;

  private final transient FlatForm<T> form;

  /** Replaced as a whole: a second thread that resolves meanwhile must not be seen half way. */
  private transient volatile Resolved resolved;

  /** The place of each field by its name, and the reader of each place. */
  private record Resolved(Map<String, Integer> places, List<JsonDeserializer<Object>> readers) {}

  FlatReader(FlatForm<T> form) {
    super(form.type());
    this.form = form;
  }

  @Override
  public void resolve(DeserializationContext context) throws JsonMappingException {
    Map<String, Integer> places = new HashMap<>();
    List<JsonDeserializer<Object>> readers = new ArrayList<>();
    for (FlatField field : form.fields()) {
      places.put(field.name(), readers.size());
      readers.add(
          context.findContextualValueDeserializer(
              context.getTypeFactory().constructType(field.type()), null));
    }
    resolved = new Resolved(places, readers);
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
    if (!json.isExpectedStartObjectToken()) {
      return form.type().cast(context.handleUnexpectedToken(form.type(), json));
    }
    Resolved now = resolved;
    List<JsonDeserializer<Object>> readers = now.readers();
    Object[] values = new Object[readers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = readers.get(i).getAbsentValue(context);
    }
    String name;
    while ((name = json.nextFieldName()) != null) {
      JsonToken token = json.nextToken();
      Integer place = now.places().get(name);
      if (place == null) {
        json.skipChildren();
      } else {
        values[place] = value(readers.get(place), token, json, context);
      }
    }
    return make(values, context);
  }

  private static Object value(
      JsonDeserializer<Object> reader,
      JsonToken token,
      JsonParser json,
      DeserializationContext context)
      throws IOException {
    return token == JsonToken.VALUE_NULL
        ? reader.getNullValue(context)
        : reader.deserialize(json, context);
  }

  private T make(Object[] values, DeserializationContext context) throws IOException {
    try {
      return form.make(values);
    } catch (InvocationTargetException e) {
      return form.type()
          .cast(context.handleInstantiationProblem(form.type(), values, e.getCause()));
    }
  }
}
