package io.mirrorcore.strategy.catalogue;

import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.cross.CausalityDetector;
import io.mirrorcore.strategy.cross.CorrelationMatrix;
import io.mirrorcore.strategy.cross.PairsTrading;
import io.mirrorcore.strategy.flow.LiquidityFlow;
import io.mirrorcore.strategy.flow.Microstructure;
import io.mirrorcore.strategy.flow.OptionFlow;
import io.mirrorcore.strategy.price.AnomalyDetection;
import io.mirrorcore.strategy.price.BayesianUpdater;
import io.mirrorcore.strategy.price.EntropyMeasure;
import io.mirrorcore.strategy.price.FractalGeometry;
import io.mirrorcore.strategy.price.GradientTrend;
import io.mirrorcore.strategy.price.Hold;
import io.mirrorcore.strategy.price.MeanReversion;
import io.mirrorcore.strategy.price.MomentumBreakout;
import io.mirrorcore.strategy.price.RegimeChange;
import io.mirrorcore.strategy.price.RlAgent;
import io.mirrorcore.strategy.price.SentimentMomentum;
import io.mirrorcore.strategy.price.UtBot;
import io.mirrorcore.strategy.price.VolatilityRegime;
import io.mirrorcore.strategy.price.VolumeSr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every strategy there is, in the order in which topics, reports and state list them. */
public final class Catalogue {

  /** The ids of the field's nineteen strategies, reserved whether or not one is built in yet. */
  public static final List<String> IDS =
      List.of(
          "UT_BOT",
          "GRADIENT_TREND",
          "VOLUME_SR",
          "MEAN_REVERSION",
          "MOMENTUM_BREAKOUT",
          "VOLATILITY_REGIME",
          "PAIRS_TRADING",
          "ANOMALY_DETECTION",
          "SENTIMENT_MOMENTUM",
          "REGIME_CHANGE",
          "RL_AGENT",
          "LIQUIDITY_FLOW",
          "FRACTAL_GEOMETRY",
          "CORRELATION_MATRIX",
          "MICROSTRUCTURE",
          "OPTION_FLOW",
          "ENTROPY_MEASURE",
          "BAYESIAN_UPDATER",
          "CAUSALITY_DETECTOR");

  private static final List<Strategy> STRATEGIES =
      List.of(
          new UtBot(),
          new GradientTrend(),
          new VolumeSr(),
          new MeanReversion(),
          new MomentumBreakout(),
          new VolatilityRegime(),
          new PairsTrading(),
          new AnomalyDetection(),
          new SentimentMomentum(),
          new RegimeChange(),
          new RlAgent(),
          new LiquidityFlow(),
          new FractalGeometry(),
          new CorrelationMatrix(),
          new Microstructure(),
          new OptionFlow(),
          new EntropyMeasure(),
          new BayesianUpdater(),
          new CausalityDetector(),
          new Hold());

  private Catalogue() {}

  /** The built-in strategies: those of {@link #IDS} in that order, then the baseline HOLD. */
  public static List<Strategy> strategies() {
    return STRATEGIES;
  }

  /** The built-in strategy of this id; empty for an id that is unknown or only reserved. */
  public static Optional<Strategy> find(String id) {
    return STRATEGIES.stream().filter(strategy -> strategy.id().equals(id)).findFirst();
  }

  /**
   * The built-in strategies, then those that {@link ServiceLoader} finds with {@code loader}, by
   * id: the order of jars on a class path decides nothing.
   *
   * @throws IllegalArgumentException where two strategies have the same id, naming both classes
   */
  public static List<Strategy> with(ClassLoader loader) {
    List<Strategy> all = new ArrayList<>(STRATEGIES);
    ServiceLoader.load(Strategy.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(
            Comparator.comparing(Strategy::id).thenComparing(found -> found.getClass().getName()))
        .forEach(all::add);
    requireDistinctIds(all);
    return List.copyOf(all);
  }

  private static void requireDistinctIds(List<Strategy> strategies) {
    TreeMap<String, Strategy> byId = new TreeMap<>();
    for (Strategy strategy : strategies) {
      Strategy other = byId.putIfAbsent(strategy.id(), strategy);
      if (other != null) {
        throw new IllegalArgumentException(
            "id must be used once; have "
                + strategy.id()
                + " in both "
                + other.getClass().getName()
                + " and "
                + strategy.getClass().getName());
      }
    }
  }
}
