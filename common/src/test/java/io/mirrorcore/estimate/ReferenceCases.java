package io.mirrorcore.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads {@code src/reference}, the numbers of public peers. */
public final class ReferenceCases {

  private ReferenceCases() {}

  public static JsonNode of(String file) {
    try {
      return new ObjectMapper().readTree(Path.of("../src/reference", file).toFile()).get("cases");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double[] vector(JsonNode array) {
    double[] vector = new double[array.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = array.get(i).doubleValue();
    }
    return vector;
  }

  public static double[][] matrix(JsonNode rows) {
    double[][] matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = vector(rows.get(i));
    }
    return matrix;
  }

  public static double[] flat(JsonNode rows) {
    double[][] matrix = matrix(rows);
    double[] flat = new double[matrix.length * matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, flat, i * matrix.length, matrix.length);
    }
    return flat;
  }
}
