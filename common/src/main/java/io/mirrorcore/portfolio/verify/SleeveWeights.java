package io.mirrorcore.portfolio.verify;

import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.EnsembleWeights;
import io.mirrorcore.portfolio.record.OverlaySkill;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.portfolio.settings.WeightsFrom;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weights of strategies as those of the sleeves that a target of the profile overlay is of: HOLD
 * and CASH as they are, all other strategies together as OVERLAY. Targets of other profiles are of
 * strategies, and weights stay as they are.
 *
 * <p>The target (a, u) of an overlay is of HOLD and of what the strategies earn beyond it; held is
 * {@code (a - beta u) HOLD + u OVERLAY}, and CASH the rest, none below 0.
 */
final class SleeveWeights {

  private static final String OVERLAY = "OVERLAY";

  private SleeveWeights() {}

  static Map<String, Double> of(Map<String, Double> target, Map<String, Double> byStrategy) {
    if (!isOfSleeves(target, byStrategy)) {
      return byStrategy;
    }
    TreeMap<String, Double> bySleeve = new TreeMap<>();
    byStrategy.forEach((strategy, weight) -> bySleeve.merge(sleeve(strategy), weight, Double::sum));
    return bySleeve;
  }

  /** What is asked to be held: what the target asks for, or the resampled weights in its place. */
  static Map<String, Double> asked(EnsembleWeights record) {
    Map<String, Double> target = record.target().weights();
    if (WeightsFrom.RESAMPLED.name().equals(record.confidence().weightsFrom())) {
      TreeMap<String, Double> resampled = new TreeMap<>(target);
      resampled.replaceAll(
          (id, weight) -> record.confidence().resampledWeights().getOrDefault(id, 0.0));
      return resampled;
    }
    OverlaySkill skill = record.estimate().overlay();
    if (skill == null || !target.containsKey(OVERLAY)) {
      return target;
    }
    double overlay = target.get(OVERLAY);
    double market = target.getOrDefault(ProfileSettings.MARKET, 0.0) - skill.beta() * overlay;
    TreeMap<String, Double> held = new TreeMap<>(target);
    held.put(ProfileSettings.MARKET, Math.max(0, market));
    held.put(Cash.ID, Math.max(0, 1 - Math.max(0, market) - overlay));
    return held;
  }

  /** Whether the target cannot be understood without what the overlay believes. */
  static boolean lacksSkill(EnsembleWeights record) {
    return record.estimate().overlay() == null
        && record.target().weights().getOrDefault(OVERLAY, 0.0) != 0
        && !record.rebalance().decision().equals(Decision.WARMUP.name());
  }

  /** Whether the strategies of OVERLAY have the same weight each, those outside of it none. */
  static boolean areEqualParts(Map<String, Double> target, Map<String, Double> byStrategy) {
    if (!isOfSleeves(target, byStrategy)) {
      return true;
    }
    double[] parts =
        byStrategy.entrySet().stream()
            .filter(entry -> sleeve(entry.getKey()).equals(OVERLAY))
            .mapToDouble(Map.Entry::getValue)
            .filter(weight -> weight != 0)
            .sorted()
            .toArray();
    return parts.length == 0 || parts[parts.length - 1] - parts[0] <= WeightsProof.TOLERANCE;
  }

  private static boolean isOfSleeves(Map<String, Double> target, Map<String, Double> byStrategy) {
    return target.containsKey(OVERLAY) && !byStrategy.containsKey(OVERLAY);
  }

  private static String sleeve(String strategy) {
    return strategy.equals(ProfileSettings.MARKET) || strategy.equals(Cash.ID) ? strategy : OVERLAY;
  }
}
