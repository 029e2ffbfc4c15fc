package io.mirrorcore.optimize;

/** An input that some objectives need and others have no use for. */
public enum ObjectiveInput {
  /** mu: expected returns. */
  EXPECTED_RETURNS,
  /** lambda and eta: how much return makes up for risk and for turnover. */
  TRADE_OFF,
  /** {@link ObjectiveInputs#riskFree}. */
  RISK_FREE,
  /** {@link ObjectiveInputs#budgets}. */
  BUDGETS,
  /** {@link ObjectiveInputs#scenarios}, and beta, the share of them that is not in the tail. */
  SCENARIOS
}
