package io.mirrorcore.jobs.wire.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One field of a flat JSON object, and where a record of records keeps its value.
 *
 * @param name of the field
 * @param path components that lead to the value, "rebalance.decision"
 * @param accessors of those components, outermost first
 * @param type of the value
 */
record FlatField(String name, String path, List<Method> accessors, Type type) {

  /**
   * Reads a line of a {@link FlatForm}.
   *
   * @param line "path", or "path as name" where the field is not named as the last component is
   * @throws IllegalArgumentException if there is no such component
   */
  static FlatField of(Class<?> record, String line) {
    String[] words = line.split(" as ", -1);
    String[] steps = words[0].split("\\.", -1);
    List<Method> accessors = new ArrayList<>();
    Type type = record;
    Class<?> owner = record;
    for (String step : steps) {
      RecordComponent component = component(owner, step);
      accessors.add(component.getAccessor());
      type = component.getGenericType();
      owner = component.getType();
    }
    String name = words.length > 1 ? words[1] : steps[steps.length - 1];
    return new FlatField(name, words[0], List.copyOf(accessors), type);
  }

  private static RecordComponent component(Class<?> owner, String name) {
    return Arrays.stream(owner.isRecord() ? owner.getRecordComponents() : new RecordComponent[0])
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    owner.getSimpleName() + " must have a component " + name));
  }

  /** The value that {@code record} has for this field. */
  Object of(Object record) {
    Object value = record;
    for (int i = 0; i < accessors.size() && value != null; i++) {
      value = invoke(accessors.get(i), value);
    }
    return value;
  }

  private static Object invoke(Method accessor, Object owner) {
    try {
      return accessor.invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(accessor + " must be public and never throw", e);
    }
  }
}
