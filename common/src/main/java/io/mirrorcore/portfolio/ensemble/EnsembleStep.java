package io.mirrorcore.portfolio.ensemble;

import io.mirrorcore.portfolio.record.Alert;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.StrategyReturns;
import io.mirrorcore.portfolio.record.TargetPositions;
import java.util.List;

/**
 * What one bar made the ensemble say.
 *
 * @param positions what to trade to from now on; null until weights exist, and where the symbols
 *     behind the returns are not known
 * @param weights the result of this bar's optimisation; null where none was due or none succeeded
 * @param alerts conditions that began or ended, by key
 * @param returns what the strategies earned over the bar; null over the very first, when nothing
 *     was held yet
 */
public record EnsembleStep(
    TargetPositions positions,
    EnsembleWeights weights,
    List<Alert> alerts,
    StrategyReturns returns) {

  public EnsembleStep {
    alerts = List.copyOf(alerts);
  }
}
