package io.mirrorcore.jobs.wire.returns;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.jobs.wire.csv.CsvRow;
import io.mirrorcore.jobs.wire.json.Json;
import io.mirrorcore.jobs.wire.reject.RejectReason;
import io.mirrorcore.jobs.wire.reject.Rejection;
import io.mirrorcore.jobs.wire.reject.SourceRef;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.jobs.wire.time.TimeReader;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.settings.Cash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Parser of one record of strategy returns, from a topic or a file, into an event: good, or
 * rejected with a reason. No input makes it throw.
 *
 * <p>A record of the topic is a {@link StrategyReturns}. People whose strategies live elsewhere
 * need only know {@code time} and {@code returns}: {@code portfolio} is then {@value
 * #DEFAULT_PORTFOLIO}, every strategy counts as deployed, and the market's return, by which the
 * regime is told, is the mean of the strategies'. A row of a file has a column {@code time} (as
 * {@link TimeReader} reads it; pandas' {@code Date} and the like count, too), may have {@code
 * portfolio} and {@code marketReturn}, and every other column is a strategy.
 */
final class ReturnsParser {

  /** Why no strategy may have this name. */
  static final String NOT_CASH =
      "a strategy may not be called CASH, under which the weights have what is in no strategy;"
          + " rename it";

  public static final String TIME = "time";
  public static final String PORTFOLIO = "portfolio";
  public static final String MARKET_RETURN = "marketReturn";
  public static final String DEFAULT_PORTFOLIO = "main";

  private static final String RETURNS = "returns";
  private static final String DEPLOYED = "deployed";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  /** Fourth powers of returns are summed: what is larger is an error, and would overflow. */
  private static final double LARGEST = 1e6;

  private static final int MOST_STRATEGIES = 2_000;

  private static final Set<String> TIME_NAMES =
      Set.of("time", "date", "datetime", "timestamp", "index");

  /** What stands for no number in files that people and programs write. */
  private static final Set<String> HOLES =
      Set.of("", "nan", "na", "n/a", "<na>", "null", "none", "nat", "-");

  private final int maxBytes;
  private final TimeReader times;
  private final boolean holes;

  /**
   * @param maxBytes of one record; a larger one is refused
   * @param times reader of their times
   */
  ReturnsParser(int maxBytes, TimeReader times) {
    this(maxBytes, times, false);
  }

  private ReturnsParser(int maxBytes, TimeReader times, boolean holes) {
    this.maxBytes = maxBytes;
    this.times = times;
    this.holes = holes;
  }

  /** A parser of rows that may miss returns. */
  static ReturnsParser withHoles(int maxBytes, TimeReader times) {
    return new ReturnsParser(maxBytes, times, true);
  }

  /**
   * The column of times: {@value #TIME}, or what pandas and people call it; null where there is
   * none. An index without a name is the first column, without a name.
   */
  static String timeColumn(List<String> columns) {
    if (columns.contains(TIME)) {
      return TIME;
    }
    return columns.stream()
        .filter(column -> TIME_NAMES.contains(column.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(columns.get(0).isEmpty() ? "" : null);
  }

  /** Parses the JSON of one Kafka record; null is a tombstone, which the topic should not have. */
  ReturnsEvent parse(SourceRef source, byte[] value) {
    if (value == null) {
      return ReturnsEvent.rejected(
          source,
          new byte[0],
          RejectReason.MALFORMED,
          "a record must have a value; this is a tombstone");
    }
    return parse(source, value, value);
  }

  /** Parses JSON that was made of other bytes, which a dead letter has to show. */
  ReturnsEvent parse(SourceRef source, byte[] json, byte[] raw) {
    return guarded(source, raw, () -> ofJson(json));
  }

  /** Parses one row of a CSV file. */
  ReturnsEvent parse(CsvRow row) {
    return guarded(row.source(), row.raw(), () -> ofRow(row));
  }

  private interface Reading {
    StrategyReturns read() throws Rejection;
  }

  private ReturnsEvent guarded(SourceRef source, byte[] raw, Reading reading) {
    if (raw.length > maxBytes) {
      return ReturnsEvent.rejected(
          source,
          Arrays.copyOf(raw, maxBytes),
          RejectReason.OVERSIZE,
          "a record must have at most " + maxBytes + " bytes; have " + raw.length);
    }
    try {
      return ReturnsEvent.of(source, reading.read(), raw);
    } catch (Rejection e) {
      return ReturnsEvent.rejected(source, raw, e.reason(), e.getMessage());
    } catch (RuntimeException e) {
      return ReturnsEvent.rejected(
          source,
          raw,
          RejectReason.MALFORMED,
          "unreadable: " + e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  private StrategyReturns ofJson(byte[] value) throws Rejection {
    JsonNode record = tree(value);
    Map<String, Double> returns = numbers(object(record, RETURNS));
    Map<String, Boolean> deployed = new TreeMap<>();
    for (String strategy : returns.keySet()) {
      deployed.put(strategy, flag(record.path(DEPLOYED).path(strategy), strategy));
    }
    JsonNode market = record.path(MARKET_RETURN);
    JsonNode portfolio = record.path(PORTFOLIO);
    return record(
        portfolio.isMissingNode() ? DEFAULT_PORTFOLIO : portfolio.asText(),
        times.read(record.path(TIME).asText("")),
        returns,
        deployed,
        market.isMissingNode() ? mean(returns) : number(MARKET_RETURN, market));
  }

  private static JsonNode tree(byte[] value) throws Rejection {
    try {
      JsonNode record = Json.decode(value, JsonNode.class);
      if (!record.isObject()) {
        throw Rejection.malformed("a record must be a JSON object");
      }
      return record;
    } catch (IllegalArgumentException e) {
      throw Rejection.malformed("no valid JSON: " + Rejection.quoted(text(value)));
    }
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  private static JsonNode object(JsonNode record, String field) throws Rejection {
    JsonNode object = record.path(field);
    if (object.isMissingNode()) {
      throw new Rejection(RejectReason.MISSING_FIELD, field + " is missing");
    }
    if (!object.isObject()) {
      throw Rejection.malformed(field + " must be an object of numbers by strategy");
    }
    return object;
  }

  private Map<String, Double> numbers(JsonNode object) throws Rejection {
    Map<String, Double> numbers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String strategy = strategy(entry.getKey());
      if (holes && entry.getValue().isNull()) {
        continue;
      }
      numbers.put(strategy, number("return of " + strategy, entry.getValue()));
    }
    return numbers;
  }

  private static double number(String what, JsonNode node) throws Rejection {
    if (node.isNumber()) {
      return sane(what, node.doubleValue());
    }
    throw node.isTextual() && NumberText.isNotFinite(node.textValue())
        ? new Rejection(RejectReason.NOT_FINITE, what + " must be finite; have " + node.textValue())
        : Rejection.malformed(what + " must be a number; have " + Rejection.quoted(node.asText()));
  }

  private static boolean flag(JsonNode node, String strategy) throws Rejection {
    if (node.isMissingNode()) {
      return true;
    }
    if (!node.isBoolean()) {
      throw Rejection.malformed("deployed of " + strategy + " must be true or false");
    }
    return node.booleanValue();
  }

  private StrategyReturns ofRow(CsvRow row) throws Rejection {
    if (row.defect() != null) {
      throw Rejection.malformed(row.defect());
    }
    Map<String, Double> returns = new TreeMap<>();
    Map<String, Boolean> deployed = new TreeMap<>();
    String timeColumn = timeColumn(row.columns());
    for (String column : row.columns()) {
      if (!column.equals(timeColumn) && isStrategy(column)) {
        strategy(column);
        if (holes && HOLES.contains(row.cell(column).toLowerCase(Locale.ROOT))) {
          continue;
        }
        returns.put(column, number("return of " + column, row.cell(column)));
        deployed.put(column, true);
      }
    }
    String market = row.cell(MARKET_RETURN);
    String portfolio = row.cell(PORTFOLIO);
    return record(
        portfolio.isEmpty() ? DEFAULT_PORTFOLIO : portfolio,
        times.read(row.cell(timeColumn)),
        returns,
        deployed,
        market.isEmpty() ? mean(returns) : number(MARKET_RETURN, market));
  }

  static boolean isStrategy(String column) {
    return !column.equals(TIME) && !column.equals(PORTFOLIO) && !column.equals(MARKET_RETURN);
  }

  private static double number(String what, String cell) throws Rejection {
    if (cell.isEmpty()) {
      throw new Rejection(RejectReason.MISSING_FIELD, what + " is missing");
    }
    if (NumberText.isNotFinite(cell)) {
      throw new Rejection(RejectReason.NOT_FINITE, what + " must be finite; have " + cell);
    }
    if (!NumberText.isJsonNumber(cell)) {
      throw Rejection.malformed(what + " must be a number; have " + Rejection.quoted(cell));
    }
    return sane(what, NumberText.parse(cell));
  }

  private static double sane(String what, double value) throws Rejection {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new Rejection(
          RejectReason.OUT_OF_RANGE,
          what + " must be within [-1e6, 1e6]; have " + NumberText.of(value));
    }
    return value;
  }

  private StrategyReturns record(
      String portfolio,
      long time,
      Map<String, Double> returns,
      Map<String, Boolean> deployed,
      double marketReturn)
      throws Rejection {
    named(PORTFOLIO, portfolio);
    if ((returns.isEmpty() && !holes) || returns.size() > MOST_STRATEGIES) {
      throw new Rejection(
          RejectReason.OUT_OF_RANGE,
          "there must be returns of 1 to "
              + MOST_STRATEGIES
              + " strategies; have "
              + returns.size());
    }
    return new StrategyReturns(portfolio, time, returns, deployed, marketReturn);
  }

  private static String strategy(String id) throws Rejection {
    if (id.equals(Cash.ID)) {
      throw new Rejection(RejectReason.OUT_OF_RANGE, NOT_CASH);
    }
    return named("a strategy's id", id);
  }

  private static String named(String what, String name) throws Rejection {
    if (!NAME.matcher(name).matches()) {
      throw new Rejection(
          RejectReason.OUT_OF_RANGE,
          what
              + " must be 1 to 64 letters, digits, dots, underscores or dashes; have "
              + Rejection.quoted(name));
    }
    return name;
  }

  private static double mean(Map<String, Double> returns) {
    double sum = 0;
    for (double value : returns.values()) {
      sum += value;
    }
    return returns.isEmpty() ? 0 : sum / returns.size();
  }
}
