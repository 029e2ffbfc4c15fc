package io.mirrorcore.jobs.wire.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a record of records stands in JSON as one flat object: its fields in their order. Records are
 * nested by meaning, while a topic's fields keep the order that they came to it in, which is
 * another one; annotations could only unwrap neighbours.
 *
 * <p>Every component of the record and of its parts has exactly one line: a component that is added
 * without one fails when the form is made, not when a field is missed on a topic.
 */
final class FlatForm<T> {

  private final Class<T> type;
  private final List<FlatField> fields;
  private final Maker maker;

  /** Makes a record or one value of it from the values of all fields, in their order. */
  @FunctionalInterface
  private interface Maker {
    Object make(Object[] values) throws ReflectiveOperationException;
  }

  /**
   * @param lines a field each, in the order of the JSON, as {@link FlatField#of} reads them
   * @throws IllegalArgumentException if lines and components do not match
   */
  FlatForm(Class<T> type, String... lines) {
    this.type = type;
    fields = Arrays.stream(lines).map(line -> FlatField.of(type, line)).toList();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < lines.length; i++) {
      if (places.put(fields.get(i).path(), i) != null) {
        throw new IllegalArgumentException(fields.get(i).path() + " must have one line; has two");
      }
    }
    maker = maker(type, "", places);
  }

  private static Maker maker(Class<?> part, String prefix, Map<String, Integer> places) {
    RecordComponent[] components = part.getRecordComponents();
    Maker[] makers = new Maker[components.length];
    for (int i = 0; i < makers.length; i++) {
      makers[i] = maker(components[i], prefix + components[i].getName(), places);
    }
    Constructor<?> constructor = constructor(part, components);
    return values -> {
      Object[] arguments = new Object[makers.length];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = makers[i].make(values);
      }
      return constructor.newInstance(arguments);
    };
  }

  private static Maker maker(RecordComponent component, String path, Map<String, Integer> places) {
    Integer place = places.get(path);
    if (place != null) {
      return values -> values[place];
    }
    if (!component.getType().isRecord()) {
      throw new IllegalArgumentException(path + " must have a line in the form");
    }
    return maker(component.getType(), path + ".", places);
  }

  private static Constructor<?> constructor(Class<?> part, RecordComponent[] components) {
    try {
      return part.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has a canonical constructor", e);
    }
  }

  Class<T> type() {
    return type;
  }

  List<FlatField> fields() {
    return fields;
  }

  /**
   * The record with these values.
   *
   * @param values by field, in the order of {@link #fields}
   * @throws InvocationTargetException if the record or a part of it refuses them
   */
  T make(Object[] values) throws InvocationTargetException {
    try {
      return type.cast(maker.make(values));
    } catch (InvocationTargetException e) {
      throw e;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " and its parts must be public records", e);
    }
  }
}
