package io.mirrorcore.local.cli.research;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.estimate.ConditionNumber;
import io.mirrorcore.estimate.Covariance;
import io.mirrorcore.estimate.Estimates;
import io.mirrorcore.estimate.EstimatorSettings;
import io.mirrorcore.estimate.ReturnsTable;
import io.mirrorcore.jobs.cli.CommandFailure;
import io.mirrorcore.jobs.cli.SettingsOptions;
import io.mirrorcore.jobs.config.wiring.Engines;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.local.optimize.GivenReturns;
import io.mirrorcore.local.optimize.ProblemFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code estimate}: mean and covariance of strategy returns, a bar, unregularised. */
@Command(
    name = "estimate",
    description = "Mean, covariance, shrinkage and condition number of strategy returns, a bar.")
public final class EstimateCommand implements Callable<Integer> {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Mixin private SettingsOptions options;
  @Mixin private EstimateInput input;
  @Mixin private EstimateOptions estimators;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    EstimatorSettings methods = Engines.estimators(estimators.over(options.settings()));
    if (input.returns().isPresent()) {
      GivenReturns given =
          input.read(
              input.returns().get(),
              options.settings().parser().times(),
              spec.commandLine().getErr()::println);
      ReturnsTable table = given.table();
      print(table.strategies(), table.times().length, methods, given.estimates(methods));
    } else {
      ProblemFile file = ProblemFile.read(input.problem(), null, Map.of());
      double[][] returns = newest(file.returns());
      print(file.problem().names(), returns.length, methods, estimates(returns, methods));
    }
    return 0;
  }

  private double[][] newest(double[][] returns) {
    int window = input.window();
    return window > 0 && window < returns.length
        ? Arrays.copyOfRange(returns, returns.length - window, returns.length)
        : returns;
  }

  private static Estimates estimates(double[][] returns, EstimatorSettings methods) {
    try {
      return Estimates.of(returns, methods);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(e.getMessage());
    }
  }

  private void print(List<String> names, int rows, EstimatorSettings methods, Estimates estimates) {
    PrintWriter out = spec.commandLine().getOut();
    double condition = Math.min(Double.MAX_VALUE, ConditionNumber.of(estimates.covariance()));
    if (input.wantsJson()) {
      ObjectNode json = json(names, rows, methods, estimates, condition);
      out.println(new String(Json.encode(json), StandardCharsets.UTF_8));
    } else {
      out.print(table(names, rows, methods, estimates, condition));
    }
    out.flush();
  }

  private static ObjectNode json(
      List<String> names,
      int rows,
      EstimatorSettings methods,
      Estimates estimates,
      double condition) {
    Covariance covariance = estimates.covariance();
    ObjectNode json = NODES.objectNode();
    ArrayNode strategies = json.putArray("strategies");
    names.forEach(strategies::add);
    json.put("observations", rows);
    json.put("meanMethod", methods.mean().id());
    json.put("covarianceMethod", methods.covariance().id());
    ObjectNode mean = json.putObject("mean");
    ArrayNode matrix = json.putArray("covariance");
    for (int i = 0; i < names.size(); i++) {
      mean.put(names.get(i), estimates.mean()[i]);
      ArrayNode row = matrix.addArray();
      for (int j = 0; j < names.size(); j++) {
        row.add(covariance.get(i, j));
      }
    }
    json.put("shrinkage", covariance.shrinkage());
    json.put("meanShrinkage", estimates.meanShrinkage());
    json.put("conditionNumber", condition);
    return json;
  }

  private static String table(
      List<String> names,
      int rows,
      EstimatorSettings methods,
      Estimates estimates,
      double condition) {
    StringBuilder text = new StringBuilder();
    int width = Math.max(8, names.stream().mapToInt(String::length).max().orElse(8));
    String row = "%-" + width + "s  %13s  %13s%n";
    text.append(String.format(Locale.ROOT, row, "strategy", "mean", "volatility"));
    for (int i = 0; i < names.size(); i++) {
      text.append(
          String.format(
              Locale.ROOT,
              row,
              names.get(i),
              String.format(Locale.ROOT, "%.6g", estimates.mean()[i]),
              String.format(Locale.ROOT, "%.6g", Math.sqrt(estimates.covariance().get(i, i)))));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%n%d rows, mean %s, covariance %s: shrinkage %.6g, condition number %.6g%n",
                rows,
                methods.mean().id(),
                methods.covariance().id(),
                estimates.covariance().shrinkage(),
                condition))
        .toString();
  }
}
