package io.mirrorcore.bench.figure;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One row of what was measured, as it stands in the JSON. A figure that its case does not have is
 * null, and is left out there.
 *
 * @param name such as {@code json-1000}
 * @param what the case is, in a few words
 * @param rounds that were run
 * @param value in {@code unit}, median of the rounds
 * @param unit of {@code value}
 * @param spread of {@code value}: from the least to the largest round, as a share of the median
 * @param recordsPerCoreSecond records that one busy core gets through in a second
 * @param ratioToPassThrough processor time of the pass-through by that of the case, median of the
 *     rounds; 1 is no more than moving the bytes
 * @param ratioSpread of that ratio
 * @param collectorShare share of the collector in the time, in [0, 1]
 * @param goal of the ratio where there is one, else of {@code value}; null where there is none
 */
@JsonPropertyOrder({
  "name",
  "what",
  "rounds",
  "value",
  "unit",
  "spread",
  "recordsPerCoreSecond",
  "ratioToPassThrough",
  "ratioSpread",
  "collectorShare",
  "goal"
})
public record CaseResult(
    String name,
    String what,
    int rounds,
    double value,
    String unit,
    double spread,
    Double recordsPerCoreSecond,
    Double ratioToPassThrough,
    Double ratioSpread,
    Double collectorShare,
    Double goal) {

  /** Unit of what a record costs. */
  public static final String MICROS = "us a record";

  /**
   * Of rounds in each of which the pass-through ran beside the case: a ratio is taken within its
   * round, so that what slows both drops out.
   *
   * @param name of the case
   * @param what it is
   * @param cases one a round
   * @param passThroughs as many
   * @param goal of the ratio, or null
   */
  public static CaseResult of(
      String name,
      String what,
      List<Measurement> cases,
      List<Measurement> passThroughs,
      Double goal) {
    Sample micros = new Sample(cases.stream().map(Measurement::microsPerRecord).toList());
    Sample ratios =
        new Sample(
            IntStream.range(0, cases.size())
                .mapToObj(
                    i -> passThroughs.get(i).microsPerRecord() / cases.get(i).microsPerRecord())
                .toList());
    return new CaseResult(
        name,
        what,
        cases.size(),
        micros.median(),
        MICROS,
        micros.spread(),
        1e6 / micros.median(),
        ratios.median(),
        ratios.spread(),
        new Sample(cases.stream().map(Measurement::collectorShare).toList()).median(),
        goal);
  }

  /**
   * Of rounds without a pass-through.
   *
   * @param goal of the value, which must not be above it; or null
   */
  public static CaseResult of(String name, String what, Sample values, String unit, Double goal) {
    return new CaseResult(
        name,
        what,
        values.values().size(),
        values.median(),
        unit,
        values.spread(),
        null,
        null,
        null,
        null,
        goal);
  }

  /** Whether the goal is met; true where there is none. */
  public boolean meetsGoal() {
    return goal == null
        || (ratioToPassThrough == null ? value <= goal : ratioToPassThrough >= goal);
  }
}
