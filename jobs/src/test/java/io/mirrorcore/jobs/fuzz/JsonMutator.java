package io.mirrorcore.jobs.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Damage to a flat JSON object that leaves most of it valid, so that it gets past the grammar. */
public final class JsonMutator {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Field> fields = new ArrayList<>();

  /** A field as its texts, so that a value may be anything and a key may be there twice. */
  private record Field(String key, String value) {}

  /**
   * @param json one valid object
   */
  public JsonMutator(String json) {
    try {
      MAPPER
          .readTree(json)
          .properties()
          .forEach(f -> fields.add(new Field(f.getKey(), f.getValue().toString())));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a seed must be valid JSON; have " + json, e);
    }
  }

  /** The object with its structure damaged, its bytes damaged, or both; sometimes noise. */
  public byte[] mutate(SplittableRandom random) {
    int dice = random.nextInt(20);
    if (dice == 0) {
      return ByteMutator.noise(random);
    }
    byte[] bytes = render(dice < 13 ? damaged(random) : fields);
    return dice < 10 ? bytes : ByteMutator.mutate(bytes, random);
  }

  private static byte[] render(List<Field> fields) {
    StringBuilder json = new StringBuilder("{");
    for (Field field : fields) {
      json.append(json.length() > 1 ? "," : "");
      json.append('"').append(field.key()).append("\":").append(field.value());
    }
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<Field> damaged(SplittableRandom random) {
    List<Field> damaged = new ArrayList<>(fields);
    for (int left = 1 + random.nextInt(2); left > 0; left--) {
      damage(damaged, random);
    }
    return damaged;
  }

  private static void damage(List<Field> damaged, SplittableRandom random) {
    if (damaged.isEmpty()) {
      return;
    }
    int at = random.nextInt(damaged.size());
    Field field = damaged.get(at);
    switch (random.nextInt(10)) {
      case 0 -> damaged.remove(at);
      case 1 -> damaged.add(random.nextInt(damaged.size()), field);
      case 2 -> damaged.add(new Field(field.key(), HostileValues.next(random)));
      case 3 -> damaged.set(at, new Field(field.key() + "\u00e9\ud83d\ude00", field.value()));
      case 4 -> damaged.add(at, new Field("unknown", HostileValues.next(random)));
      case 5 -> damaged.set(at, new Field(field.key(), damaged.get(0).value()));
      case 6 -> damaged.set(at, new Field(field.key(), scaled(field.value(), random)));
      default -> damaged.set(at, new Field(field.key(), HostileValues.next(random)));
    }
  }

  /** A number moved by some orders of magnitude or turned around; else the value as it was. */
  private static String scaled(String value, SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> "-" + value;
      case 1 -> value + "e" + random.nextInt(-30, 30);
      default -> value + "0";
    };
  }
}
