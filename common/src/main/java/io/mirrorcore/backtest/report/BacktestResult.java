package io.mirrorcore.backtest.report;

import io.mirrorcore.backtest.breakdown.Breakdown;
import io.mirrorcore.backtest.track.Track;
import java.util.List;

/**
 * The report. All numbers are finite; times are epoch milliseconds; arrays "by bar" are aligned
 * with the times of the span. In {@code report.json} it is one flat object.
 *
 * @param version of this form
 * @param portfolio name
 * @param walk how the due times came about
 * @param span the bars that were evaluated
 * @param scale of the bars
 * @param stake capital and cost
 * @param provenance where the records came from
 * @param verdict in words
 * @param tracks in the order of {@link io.mirrorcore.backtest.track.TrackKind}, each strategy by id
 * @param stress the portfolios under stress, by stress; null where none was asked for
 * @param tables what is neither figure nor evidence
 * @param breakdown of what the ensemble did; null in reports that did not ask yet
 * @param tuning that chose the parameters; null where there was none
 */
public record BacktestResult(
    int version,
    String portfolio,
    Walk walk,
    EvaluatedSpan span,
    BarScale scale,
    Stake stake,
    Provenance provenance,
    Verdict verdict,
    List<Track> tracks,
    List<StressRow> stress,
    ReportTables tables,
    Breakdown breakdown,
    TuningSummary tuning) {

  public static final int VERSION = 1;

  /** This result with a warning before its verdict. */
  public BacktestResult withWarning(String warning) {
    return with(verdict.after(warning), tables, tuning);
  }

  /** This result with one more sentence behind its verdict. */
  public BacktestResult withDetail(String detail) {
    return with(verdict.with(detail), tables, tuning);
  }

  /** This result with what the estimates had promised, by year. */
  public BacktestResult withPromises(List<PromiseRow> promises) {
    return with(verdict, tables.withPromises(promises), tuning);
  }

  /** This result with the tuning run that chose its parameters. */
  public BacktestResult withTuning(TuningSummary summary) {
    return with(verdict, tables, summary);
  }

  private BacktestResult with(Verdict words, ReportTables others, TuningSummary chosen) {
    return new BacktestResult(
        version,
        portfolio,
        walk,
        span,
        scale,
        stake,
        provenance,
        words,
        tracks,
        stress,
        others,
        breakdown,
        chosen);
  }
}
