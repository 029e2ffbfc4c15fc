package io.mirrorcore.jobs.backtest;

import io.mirrorcore.jobs.output.RunDirectory;
import java.util.List;
import java.util.Set;

/** The files of a backtest, and those that it leaves behind. */
public final class BacktestFiles {

  /** Strategy returns, as on the topic. */
  public static final String RETURNS = "strategy-returns.jsonl";

  /** What the accounts are kept by; stays in the work directory. */
  public static final String CLOSES = "closes.gz";

  static final String WEIGHTS = "weights.jsonl";
  static final String VARIANT = "variant-weights.jsonl";

  /** What the job would have alerted somebody to, as on the topic. */
  public static final String ALERTS = "alerts.jsonl";

  /** Who began and ceased to lead whom, as on the topic. */
  static final String LEADS = "lead-lag.jsonl";

  /** What was refused, as on the topic. */
  public static final String DEAD_LETTERS = RunDirectory.DEAD_LETTERS;

  /** What somebody set. */
  public static final String CONFIGURATION = "config.yaml";

  /** All figures. */
  public static final String REPORT_JSON = "report.json";

  /** What the ensemble came to, bar by bar, as on the topic. */
  public static final String PERFORMANCE = "performance.jsonl";

  static final String EQUITY_CSV = "equity.csv";
  static final String DRAWDOWN_CSV = "drawdown.csv";
  static final String WEIGHTS_CSV = "weights.csv";

  /** Every trade of the ensemble. */
  static final String TRADES_CSV = "trades.csv";

  /** Every option with the value that it had, defaults too; secrets are masked. */
  public static final String EFFECTIVE = "effective.yaml";

  static final String RETURNS_CSV = "strategy-returns.csv";

  /** The page: what to open. */
  public static final String REPORT_HTML = "report.html";

  /** What a backtest leaves. */
  public static final RunDirectory.Layout LAYOUT =
      new RunDirectory.Layout(
          List.of(
              RETURNS,
              WEIGHTS,
              VARIANT,
              PERFORMANCE,
              ALERTS,
              LEADS,
              DEAD_LETTERS,
              CONFIGURATION,
              EFFECTIVE,
              TRADES_CSV,
              EQUITY_CSV,
              DRAWDOWN_CSV,
              WEIGHTS_CSV,
              RETURNS_CSV,
              REPORT_JSON,
              REPORT_HTML),
          Set.of(DEAD_LETTERS, ALERTS, LEADS),
          ".backtest-");

  private BacktestFiles() {}
}
