package io.mirrorcore.local.optimize;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Weights that are held now, as a user gives them: none below 0, and 1 in all. */
public final class HeldWeights {

  /** What rounding to six digits leaves. */
  private static final double TOLERANCE = 1e-6;

  private final Path file;
  private final boolean normalise;

  /**
   * @param file they are of
   * @param normalise whether another sum is brought to 1
   */
  public HeldWeights(Path file, boolean normalise) {
    this.file = file;
    this.normalise = normalise;
  }

  /**
   * Reads a JSON object of weights by strategy, or a record of the topic of weights.
   *
   * @param ids strategies, in the order of the answer
   * @throws UnusableFileException where it holds anything else
   */
  public double[] read(List<String> ids) throws IOException {
    Map<String, Double> weights = byName(ids);
    if (weights.isEmpty()) {
      throw wrong("must hold weights by strategy, of some of " + ids + "; have none");
    }
    return checked(ids.stream().mapToDouble(id -> weights.getOrDefault(id, 0.0)).toArray());
  }

  private Map<String, Double> byName(List<String> ids) throws IOException {
    JsonNode root;
    try {
      root = Json.decode(Files.readAllBytes(file), JsonNode.class);
    } catch (IllegalArgumentException e) {
      throw wrong("must be a JSON object of weights by strategy");
    }
    JsonNode weights = root.path("weights").isObject() ? root.get("weights") : root;
    if (!weights.isObject()) {
      throw wrong(
          "must be a JSON object of weights by strategy, as {\"%s\": 1}; have %s"
              .formatted(ids.get(0), weights.isArray() ? "a list" : "the value " + weights));
    }
    Map<String, Double> byName = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : weights.properties()) {
      double weight = entry.getValue().isNumber() ? entry.getValue().doubleValue() : Double.NaN;
      if (!ids.contains(entry.getKey()) || !Double.isFinite(weight)) {
        throw new UnusableFileException(
            "%s has %s for %s; it must be numbers for some of %s"
                .formatted(file, entry.getValue(), entry.getKey(), ids));
      }
      byName.put(entry.getKey(), weight);
    }
    return byName;
  }

  /**
   * The same weights, adding up to 1.
   *
   * @throws UnusableFileException where one is below 0, or their sum is not 1
   */
  public double[] checked(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      if (weight < 0) {
        throw wrong("must have weights of 0 or more, as all of this program are; have " + weight);
      }
      sum += weight;
    }
    if (Math.abs(sum - 1) <= TOLERANCE) {
      return weights;
    }
    if (!normalise || !(sum > 0)) {
      throw wrong(
          "must have weights that add up to 1 within 1e-6; have %s; %s"
              .formatted(
                  (float) sum,
                  sum > 0
                      ? "correct them, or give --normalise"
                      : "leave them out where nothing is held"));
    }
    double[] scaled = weights.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= sum;
    }
    return scaled;
  }

  private UnusableFileException wrong(String sentence) {
    return new UnusableFileException(file + " " + sentence);
  }
}
