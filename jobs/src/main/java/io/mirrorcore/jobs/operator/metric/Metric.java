package io.mirrorcore.jobs.operator.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/**
 * The one list of this project's metrics, in the order of the stream. Dashboards and rules know
 * them by name: an entry may be added, never renamed. Counts begin at 0 with the process.
 */
public enum Metric {
  REJECTED(Kind.COUNTER, "Records refused, by the reason in their dead letter.", "reason"),
  RECORDS_REMOVED_UNREAD(
      Kind.COUNTER, "Records that the topic's retention removed before the job read them."),
  BARS(Kind.COUNTER, "Bars closed, of all symbols."),
  SIGNALS(Kind.COUNTER, "Signals for the topic, before its sink."),
  STRATEGY_RETURNS(Kind.COUNTER, "Records of strategy returns."),
  WEIGHTS(Kind.COUNTER, "Results of the optimiser."),
  POSITIONS(Kind.COUNTER, "Records of target positions."),
  PERFORMANCE(Kind.COUNTER, "Records of performance."),
  ALERTS(Kind.COUNTER, "Alerts that began or ended."),
  WEIGHTS_NOT_NEWER(
      Kind.COUNTER, "Weights held back, as what is published already is as new or newer."),
  DECISIONS(
      Kind.COUNTER, "Results by what was done with the optimum.", Metric.PORTFOLIO, "decision"),
  REGIME(
      Kind.GAUGE,
      "1 for the regime of the newest result, 0 for the others.",
      Metric.PORTFOLIO,
      "regime"),
  KKT_RESIDUAL(
      Kind.GAUGE, "Largest relative violation of the optimality conditions.", Metric.PORTFOLIO),
  CONDITION_NUMBER(Kind.GAUGE, "Condition number of the covariance matrix.", Metric.PORTFOLIO),
  SHRINKAGE(Kind.GAUGE, "Intensity of the covariance's shrinkage, 0 to 1.", Metric.PORTFOLIO),
  TURNOVER(Kind.GAUGE, "Sum of the weights' changes at the newest result.", Metric.PORTFOLIO),
  CONFIDENCE(Kind.GAUGE, "Confidence in the newest optimum, 0 to 1.", Metric.PORTFOLIO),
  ACTIVE_STRATEGIES(Kind.GAUGE, "Strategies that the estimate could use.", Metric.PORTFOLIO),
  BARS_SINCE_WEIGHTS(
      Kind.GAUGE, "Closes since the newest result, or since the process began.", Metric.PORTFOLIO),
  SOLVE_MILLIS(
      Kind.SUMMARY, "Time of a close with a result: estimate, solution, proof.", Metric.PORTFOLIO);

  /** What shape its samples have. */
  public enum Kind {
    COUNTER,
    GAUGE,
    SUMMARY
  }

  static final String PORTFOLIO = "portfolio";
  private static final String OURS = "mirrorcore";

  private final Kind kind;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it once it is made
  private final List<String> labels;

  Metric(Kind kind, String meaning, String... labels) {
    this.kind = kind;
    this.meaning = meaning;
    this.labels = List.of(labels);
  }

  /** The group of an operator that holds all of these. */
  public static MetricGroup group(RuntimeContext context) {
    return context.getMetricGroup().addGroup(OURS);
  }

  /** The metric that counts what a summary counts under {@code name}. */
  public static Metric counting(String name) {
    return valueOf(name);
  }

  /** The word in its group: {@code KKT_RESIDUAL} is {@code kktResidual}. */
  public String word() {
    String[] parts = name().toLowerCase(Locale.ROOT).split("_");
    return parts[0]
        + Arrays.stream(parts)
            .skip(1)
            .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
            .collect(Collectors.joining());
  }

  public Kind kind() {
    return kind;
  }

  public String meaning() {
    return meaning;
  }

  /** Names of the labels that tell its samples apart, beside those that Flink gives all. */
  public List<String> labels() {
    return labels;
  }

  /** Its name where Flink's Prometheus reporter serves it. */
  public String prometheus() {
    return Stream.of(
            Stream.of("flink_taskmanager_job_task_operator", OURS),
            labels.stream(),
            Stream.of(word()))
        .flatMap(parts -> parts)
        .collect(Collectors.joining("_"));
  }
}
