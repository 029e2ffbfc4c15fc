package io.mirrorcore.local.optimize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mirrorcore.estimate.RollingMean;
import io.mirrorcore.estimate.SampleCovariance;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.optimize.ObjectiveInputs;
import io.mirrorcore.optimize.PortfolioProblem;
import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.GroupCap;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A problem as a JSON file has it, taken as it stands: nothing is scaled, regularised or sorted.
 *
 * <pre>
 *   mu                 N expected returns; where they are absent and the objective does not need
 *                      them, the means of the returns, or 0
 *   sigma              N x N covariance; where it is absent and the objective needs scenarios, that
 *                      of the returns
 *   lambda             risk aversion, for an objective that has one
 *   eta                turnover penalty, 0 where it is absent
 *   max_weight         a number or one a strategy, 1 where it is absent
 *   min_weight         a number or one a strategy, 0 where it is absent
 *   previous_weights   N weights; 1/N for the penalty where they are absent
 *   strategies         N names; s0, s1, ... where they are absent
 *   objective          mean-variance where it is absent
 *   returns            T x N scenarios of cvar; resampled for the confidence
 *   risk_free, beta, risk_budgets    of max-sharpe, cvar, risk-parity
 *   groups             [{"name": , "strategies": [], "cap": }]
 * </pre>
 *
 * Numbers may be NaN or infinite: it is for the optimiser to say what is wrong with them.
 *
 * @param problem what is asked
 * @param returns T x N, or empty
 * @param hasPrevious whether the file has previous weights
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record ProblemFile(PortfolioProblem problem, double[][] returns, boolean hasPrevious) {

  private static final Set<String> KEYS =
      new TreeSet<>(
          List.of(
              "mu",
              "sigma",
              "lambda",
              "eta",
              "max_weight",
              "min_weight",
              "previous_weights",
              "strategies",
              "objective",
              "returns",
              "risk_free",
              "beta",
              "cvar_beta",
              "risk_budgets",
              "groups"));

  /** Squares of numbers up to this size, and sums of them, stay finite. */
  private static final double LARGEST = 1e100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a file.
   *
   * @param objective in place of the file's, or null
   * @param over numbers in place of the file's, by key
   * @throws UnusableFileException when it cannot be read as a problem, naming the key
   */
  public static ProblemFile read(Path file, Objective objective, Map<String, Double> over)
      throws IOException {
    JsonNode root;
    try {
      root = MAPPER.readTree(Files.readAllBytes(file));
    } catch (MismatchedInputException e) {
      throw new UnusableFileException(file + " must hold one JSON object; delete what follows it");
    } catch (JsonProcessingException e) {
      throw new UnusableFileException(file + " is no JSON: " + e.getOriginalMessage());
    }
    if (root == null || !root.isObject()) {
      throw new UnusableFileException(
          file + " must hold a JSON object with mu, sigma, lambda, ...");
    }
    for (String key : (Iterable<String>) root::fieldNames) {
      if (!KEYS.contains(key)) {
        throw new UnusableFileException(
            "%s: %s is no key of a problem; there are %s"
                .formatted(file, key, String.join(", ", KEYS)));
      }
    }
    over.forEach(((ObjectNode) root)::put);
    return new Reader(file, root).read(objective);
  }

  /**
   * The same, with previous weights as they may be.
   *
   * @throws UnusableFileException where they are not, or do not add up to 1 and shall not be made
   *     to
   */
  public ProblemFile holding(HeldWeights rule) {
    if (!hasPrevious) {
      return this;
    }
    Penalties given = problem.penalties();
    return new ProblemFile(
        new PortfolioProblem(
            problem.objective(),
            problem.moments(),
            new Penalties(given.lambda(), given.eta(), rule.checked(given.previous())),
            problem.box(),
            problem.groups(),
            problem.names()),
        returns,
        true);
  }

  /** Reads one file; its errors name it. */
  private record Reader(Path file, JsonNode root) {

    ProblemFile read(Objective override) {
      Objective objective = override == null ? objective() : override;
      double[][] returns = returns();
      double[][] sigma = sigma(objective, returns);
      int n = sigma.length;
      List<String> names = names(n);
      double[] previous = root.has("previous_weights") ? vector("previous_weights", n) : equal(n);
      PortfolioProblem problem =
          new PortfolioProblem(
              objective.with(inputs(returns, n)),
              new Moments(mu(objective, returns, n), flat(sigma)),
              new Penalties(lambda(objective), number("eta", 0), previous),
              new Box(each("min_weight", n, 0), each("max_weight", n, 1)),
              groups(names),
              names);
      return new ProblemFile(problem, returns, root.has("previous_weights"));
    }

    private UnusableFileException wrong(String sentence) {
      return new UnusableFileException(file + ": " + sentence);
    }

    private Objective objective() {
      String id = root.path("objective").asText("mean-variance");
      return Objective.of(id)
          .orElseThrow(
              () ->
                  wrong(
                      "objective must be one of %s; have %s"
                          .formatted(String.join(", ", Objective.ids()), id)));
    }

    private ObjectiveInputs inputs(double[][] returns, int n) {
      ObjectiveInputs none = ObjectiveInputs.none();
      return new ObjectiveInputs(
          number("risk_free", none.riskFree()),
          root.has("risk_budgets") ? vector("risk_budgets", n) : none.budgets(),
          returns,
          number(root.has("beta") ? "beta" : "cvar_beta", none.beta()));
    }

    private double lambda(Objective objective) {
      if (objective.needs(ObjectiveInput.TRADE_OFF) && !root.has("lambda")) {
        throw wrong("lambda is missing; " + objective.id() + " needs the aversion to risk");
      }
      return number("lambda", 1);
    }

    private double[] mu(Objective objective, double[][] returns, int n) {
      if (root.has("mu")) {
        return vector("mu", n);
      }
      if (objective.needs(ObjectiveInput.EXPECTED_RETURNS)) {
        throw wrong("mu is missing; " + objective.id() + " needs expected returns");
      }
      return returns.length >= 2 ? RollingMean.of(finite(returns)) : new double[n];
    }

    private double[][] sigma(Objective objective, double[][] returns) {
      if (root.has("sigma")) {
        return square(matrix("sigma"));
      }
      if (!objective.needs(ObjectiveInput.SCENARIOS) || returns.length < 2) {
        throw wrong("sigma is missing; give the covariance as a list of rows");
      }
      double[] flat = SampleCovariance.of(finite(returns)).matrix();
      int n = returns[0].length;
      double[][] sigma = new double[n][];
      for (int i = 0; i < n; i++) {
        sigma[i] = Arrays.copyOfRange(flat, i * n, (i + 1) * n);
      }
      return sigma;
    }

    private double[][] returns() {
      double[][] returns = matrix("returns");
      for (int t = 0; t < returns.length; t++) {
        if (returns[t].length == 0 || returns[t].length != returns[0].length) {
          throw wrong(
              "returns must be rows of equal length; have %d numbers in row %d and %d in row 0"
                  .formatted(returns[t].length, t, returns[0].length));
        }
      }
      return returns;
    }

    private double[][] finite(double[][] returns) {
      for (int t = 0; t < returns.length; t++) {
        for (int i = 0; i < returns[t].length; i++) {
          if (!(Math.abs(returns[t][i]) <= LARGEST)) {
            throw wrong(
                "returns[%d][%d] must be finite and at most 1e100 in size; have %s"
                    .formatted(t, i, returns[t][i]));
          }
        }
      }
      return returns;
    }

    private double[][] square(double[][] matrix) {
      for (double[] row : matrix) {
        if (row.length != matrix.length) {
          throw wrong(
              "sigma must have as many columns as rows, %d; have a row of %d"
                  .formatted(matrix.length, row.length));
        }
      }
      if (matrix.length == 0) {
        throw wrong("sigma must have at least 1 row; have 0");
      }
      return matrix;
    }

    private List<String> names(int n) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < n && !root.has("strategies"); i++) {
        names.add("s" + i);
      }
      root.path("strategies").forEach(name -> names.add(name.asText()));
      if (names.size() != n || names.stream().distinct().count() != n) {
        throw wrong("strategies must be %d different names; have %s".formatted(n, names));
      }
      return names;
    }

    private List<GroupCap> groups(List<String> names) {
      List<GroupCap> groups = new ArrayList<>();
      for (JsonNode group : root.path("groups")) {
        String name = group.path("name").asText("g" + groups.size());
        List<Integer> members = new ArrayList<>();
        for (JsonNode member : group.path("strategies")) {
          int index = names.indexOf(member.asText());
          if (index < 0) {
            throw wrong("group " + name + " names " + member + ", which is no strategy");
          }
          members.add(index);
        }
        groups.add(
            new GroupCap(
                name,
                members.stream().mapToInt(Integer::intValue).toArray(),
                value("cap of group " + name, group.path("cap"))));
      }
      return groups;
    }

    private double number(String key, double otherwise) {
      return root.has(key) ? value(key, root.get(key)) : otherwise;
    }

    private double value(String what, JsonNode node) {
      if (node.isNull()) {
        return Double.NaN; // how some writers put it
      }
      if (!node.isNumber()) {
        throw wrong(what + " must be a number; have " + (node.isMissingNode() ? "none" : node));
      }
      return node.doubleValue();
    }

    private double[] vector(String key, int n) {
      JsonNode node = root.get(key);
      if (!node.isArray() || node.size() != n) {
        throw wrong(
            "%s must be a list of %d numbers; have %s"
                .formatted(key, n, node.isArray() ? "a list of " + node.size() : node));
      }
      return row(key, node);
    }

    private double[] row(String key, JsonNode node) {
      double[] values = new double[node.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(key + "[" + i + "]", node.get(i));
      }
      return values;
    }

    /** One value for all, or one for each. */
    private double[] each(String key, int n, double otherwise) {
      if (root.path(key).isArray()) {
        return vector(key, n);
      }
      double[] values = new double[n];
      Arrays.fill(values, number(key, otherwise));
      return values;
    }

    private double[][] matrix(String key) {
      JsonNode node = root.path(key);
      if (!node.isMissingNode() && !node.isArray()) {
        throw wrong(key + " must be a list of rows");
      }
      double[][] matrix = new double[node.size()][];
      for (int i = 0; i < matrix.length; i++) {
        if (!node.get(i).isArray()) {
          throw wrong(key + "[" + i + "] must be a row of numbers; have " + node.get(i));
        }
        matrix[i] = row(key + "[" + i + "]", node.get(i));
      }
      return matrix;
    }

    private static double[] flat(double[][] matrix) {
      return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] equal(int n) {
      double[] equal = new double[n];
      Arrays.fill(equal, 1.0 / n);
      return equal;
    }
  }
}
