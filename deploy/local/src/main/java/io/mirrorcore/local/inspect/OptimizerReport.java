package io.mirrorcore.local.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mirrorcore.failure.UserError;
import io.mirrorcore.local.optimize.ProblemFile;
import io.mirrorcore.optimize.Optimizer;
import io.mirrorcore.optimize.problem.Solution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** JSON that is for the optimiser: a problem, or the weights of before. */
final class OptimizerReport {

  private static final long LARGEST = 4L << 20;
  private static final double ONE = 1e-6;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private OptimizerReport() {}

  /** Of a file that is one of these; empty for any other. */
  static Optional<FileReport> of(Path file) throws IOException {
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")
        || Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    JsonNode value;
    try {
      value = MAPPER.readTree(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // market data may be many values
    }
    if (value.has("mu") || value.has("sigma") || value.has("previous_weights")) {
      return Optional.of(problem(file, value));
    }
    return isWeights(value) ? Optional.of(weights(file, value)) : Optional.empty();
  }

  private static FileReport problem(Path file, JsonNode value) throws IOException {
    List<String> findings = new ArrayList<>();
    try {
      ProblemFile read = ProblemFile.read(file, null, Map.of());
      Solution solution = Optimizer.solve(read.problem());
      if (!solution.isUsable()) {
        findings.add(solution.status() + ": " + solution.detail());
      }
    } catch (IOException | RuntimeException e) {
      if (!(e instanceof UserError) && !(e instanceof IllegalArgumentException)) {
        throw e;
      }
      findings.add(e.getMessage());
    }
    findings.addAll(MatrixFindings.of(value.path("sigma")));
    findings.addAll(sums(value.path("previous_weights")));
    String command = "./mirrorcore optimize --problem " + Quoted.of(file);
    return new FileReport(file.toString(), "a problem for optimize", Map.of(), findings, command);
  }

  private static List<String> sums(JsonNode weights) {
    double sum = 0;
    double least = 0;
    for (JsonNode weight : weights) {
      sum += weight.asDouble();
      least = Math.min(least, weight.asDouble());
    }
    List<String> findings = new ArrayList<>();
    if (!weights.isEmpty() && !(Math.abs(sum - 1) <= ONE)) {
      findings.add(
          String.format(
              Locale.ROOT,
              "previous weights sum to %.6g, not 1: turnover from them means nothing",
              sum));
    }
    if (least < 0) {
      findings.add(String.format(Locale.ROOT, "a previous weight is negative (%.6g)", least));
    }
    return findings;
  }

  /** Numbers by name, one of these inside of a record, or what somebody took for that. */
  private static boolean isWeights(JsonNode value) {
    if (value.isTextual() || (value.isEmpty() && value.isContainerNode())) {
      return true;
    }
    if (value.isArray()) {
      return value.get(0).isNumber() && value.size() < 1_000 && value.get(0).asDouble() <= 1;
    }
    return value.isObject()
        && (value.path("weights").isObject()
            || value.properties().stream().allMatch(entry -> entry.getValue().isNumber()));
  }

  private static FileReport weights(Path file, JsonNode value) {
    List<String> findings = new ArrayList<>();
    JsonNode numbers = value.path("weights").isObject() ? value.path("weights") : value;
    if (!value.isObject()) {
      findings.add(
          "previous weights must be an object of numbers by strategy; have "
              + (value.isArray() ? "a list" : "a text"));
    } else if (value.isEmpty()) {
      findings.add("it is an empty object: it has no weight of any strategy");
    }
    findings.addAll(sums(numbers));
    Map<String, String> facts =
        numbers.isObject() ? Map.of("weights", String.join(", ", names(numbers))) : Map.of();
    return new FileReport(
        file.toString(),
        "previous weights",
        facts,
        findings,
        "./mirrorcore optimize --returns RETURNS.csv --previous " + Quoted.of(file));
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
