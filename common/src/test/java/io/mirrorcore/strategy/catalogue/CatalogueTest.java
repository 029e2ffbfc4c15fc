package io.mirrorcore.strategy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.price.UtBot;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  @TempDir private Path jar;

  @Test
  void namesNineteenIdsOnce() {
    assertThat(Catalogue.IDS).hasSize(19).doesNotHaveDuplicates();
  }

  @Test
  void listsTheBuiltInStrategiesInTheOrderOfTheirIds() {
    List<String> ids = Catalogue.strategies().stream().map(Strategy::id).toList();
    assertThat(ids).isNotEmpty();
    assertThat(ids.subList(0, ids.size() - 1)).isEqualTo(Catalogue.IDS);
  }

  @Test
  void listsTheBaselineLastAndOffUnlessAskedFor() {
    List<Strategy> strategies = Catalogue.strategies();
    assertThat(strategies.get(strategies.size() - 1).id()).isEqualTo("HOLD");
    assertThat(Catalogue.IDS).doesNotContain("HOLD");
    assertThat(strategies.stream().filter(s -> !s.enabledByDefault()).map(Strategy::id))
        .containsExactly("HOLD");
  }

  @Test
  void findsWhatIsBuiltInAndNothingElse() {
    assertThat(Catalogue.find("UT_BOT")).containsInstanceOf(UtBot.class);
    assertThat(Catalogue.find("ut_bot")).isEmpty();
  }

  @Test
  void listsStrategiesOfTheUserAfterItsOwnByName() throws IOException {
    try (URLClassLoader loader = loader(Zebra.class, Aardvark.class)) {
      assertThat(Catalogue.with(loader))
          .hasSize(Catalogue.strategies().size() + 2)
          .startsWith(Catalogue.strategies().toArray(new Strategy[0]))
          .extracting(Strategy::id)
          .endsWith("AARDVARK", "ZEBRA");
    }
  }

  @Test
  void refusesAnIdThatIsTakenNamingBothClasses() throws IOException {
    try (URLClassLoader loader = loader(OtherUtBot.class)) {
      assertThatThrownBy(() -> Catalogue.with(loader))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("UT_BOT")
          .hasMessageContaining(UtBot.class.getName())
          .hasMessageContaining(OtherUtBot.class.getName());
    }
  }

  private URLClassLoader loader(Class<?>... providers) throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    List<String> names = List.of(providers).stream().map(Class::getName).toList();
    Files.write(services.resolve(Strategy.class.getName()), names);
    return new URLClassLoader(new URL[] {url()}, getClass().getClassLoader());
  }

  private URL url() throws MalformedURLException {
    return jar.toUri().toURL();
  }

  public static final class Zebra extends Idle {
    @Override
    public String id() {
      return "ZEBRA";
    }
  }

  public static final class Aardvark extends Idle {
    @Override
    public String id() {
      return "AARDVARK";
    }
  }

  public static final class OtherUtBot extends Idle {
    @Override
    public String id() {
      return "UT_BOT";
    }
  }

  private abstract static class Idle implements CrossAssetStrategy {

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public List<String> attributes() {
      return List.of();
    }

    @Override
    public Machine machine(Parameters parameters) {
      return new Machine() {
        @Override
        public List<Signal> onBars(List<Bar> bars) {
          return bars.stream().map(bar -> Signal.WARMUP).toList();
        }

        @Override
        public void save(DataOutput out) {}

        @Override
        public void load(DataInput in) {}
      };
    }
  }

  /** State lies under these texts: whoever changes one makes the strategy forget what it knew. */
  @Test
  void fingerprintsOfTheFirstEditionStayAsTheyAre() {
    assertThat(fingerprints(Definition.of(Edition.FIRST)))
        .isEqualTo(
            """
            UT_BOT atr_period=10.0,sensitivity=1.0
            GRADIENT_TREND length=25.0
            VOLUME_SR lookback=100.0,max_hold=20.0,merge=0.005,near=0.0025,pivot=2.0,\
            volume_quantile=0.85
            MEAN_REVERSION bb_period=20.0,entry=2.0,exit=0.5,rsi_period=14.0
            MOMENTUM_BREAKOUT atr_period=14.0,lookback=20.0,momentum_bars=5.0,momentum_z=1.0,\
            stop_atr=2.0,volume_ratio=1.5
            VOLATILITY_REGIME high=0.8,low=0.2,macd_fast=12.0,macd_signal=9.0,macd_slow=26.0,\
            rank_window=250.0,vol_window=20.0
            PAIRS_TRADING adf_critical=-3.34,entry=2.0,exit=0.5,lookback=60.0,\
            min_correlation=0.7
            ANOMALY_DETECTION contamination=0.02,half_life=50.0,hold=5.0
            SENTIMENT_MOMENTUM long=20.0,sentiment_weight=0.3,sentiment_z=0.25,short=5.0
            REGIME_CHANGE change_probability=0.5,hazard=0.01,run_cap=200.0,window=50.0
            RL_AGENT cost=5.0E-4,discount=0.9,learning_rate=0.1,warmup=100.0
            LIQUIDITY_FLOW depth_levels=5.0,imbalance=0.6,liquidity=0.7,rank_window=100.0
            FRACTAL_GEOMETRY agree=0.1,confirm=0.6,max_lag=40.0,revert=0.35,trend=0.65,\
            window=250.0
            CORRELATION_MATRIX lead_window=60.0,strength=0.6,threshold=0.7,window=20.0
            MICROSTRUCTURE history=1000.0,imbalance=0.6,quote_burst=5.0,spread_quantile=0.2,\
            tick_window=100.0
            OPTION_FLOW call_sign=1.0,dividend=0.0,gamma_history=250.0,gamma_rank=0.9,\
            high_pcr=1.3,low_pcr=0.7,max_contracts=20000.0,min_history=60.0,multiplier=100.0,\
            put_sign=-1.0,put_skew=0.05,rate=0.0,skew_history=250.0,window=5.0
            ENTROPY_MEASURE bins=20.0,high=0.85,low=0.4,rank_window=250.0,surprise=3.0,\
            window=100.0
            BAYESIAN_UPDATER memory=0.9,prior=0.5,strong=0.75,weak=0.6
            CAUSALITY_DETECTOR fdr=0.05,max_lag=5.0,move_z=1.0,window=120.0
            HOLD
            """);
  }

  @Test
  void fingerprintsOfTheSecondEditionStayAsTheyAre() {
    assertThat(
            fingerprints(
                Definition.all().stream().filter(d -> d.edition() == Edition.SECOND).toList()))
        .isEqualTo(
            """
            VOLUME_SR edition=2.0,lookback=100.0,max_hold=20.0,merge=0.5,near=0.05,pivot=2.0,\
            volume_quantile=0.85
            PAIRS_TRADING adf_critical=-3.04,edition=2.0,entry=2.0,exit=0.5,formation=250.0,\
            min_correlation=0.5,stop=6.0,trading=125.0
            ANOMALY_DETECTION contamination=0.02,edition=2.0,half_life=50.0,hold=5.0
            REGIME_CHANGE change_probability=0.5,edition=2.0,hazard=0.01,run_cap=200.0,\
            window=50.0
            RL_AGENT cost=2.0E-4,discount=0.9,edition=2.0,learning_rate=0.01,warmup=100.0
            LIQUIDITY_FLOW depth_levels=5.0,edition=2.0,imbalance=0.6,liquidity=0.7,\
            rank_window=100.0
            FRACTAL_GEOMETRY agree=0.1,confirm=0.6,edition=2.0,max_lag=40.0,revert=0.37,\
            trend=0.61,window=250.0
            CORRELATION_MATRIX edition=2.0,lead_window=60.0,strength=0.6,threshold=0.7,\
            window=20.0
            MICROSTRUCTURE bar_trades=5000.0,edition=2.0,history=1000.0,imbalance=0.6,\
            imbalance_window=250.0,quote_burst=5.0,rate_window=100.0,spread_quantile=0.2,\
            tick_window=100.0
            OPTION_FLOW american=0.0,call_sign=1.0,dividend=0.0,edition=2.0,gamma_history=250.0,\
            gamma_rank=0.9,high_pcr=1.3,low_pcr=0.7,max_contracts=20000.0,min_history=60.0,\
            multiplier=100.0,put_sign=-1.0,put_skew=0.05,rate=0.0,skew_history=250.0,window=5.0
            ENTROPY_MEASURE bins=20.0,edition=2.0,high=0.85,low=0.4,rank_window=250.0,\
            surprise=3.0,window=50.0
            BAYESIAN_UPDATER edition=2.0,memory=0.9,prior=0.5,strong=0.75,weak=0.6,weight=0.25
            CAUSALITY_DETECTOR clip=1.5,edition=2.0,fdr=0.05,half_life=10.0,\
            max_lag=5.0,move_z=1.0,test_every=1.0,window=120.0
            """);
  }

  @Test
  void whatRunsUnlessToldOtherwiseIsTheSecondEdition() {
    for (Definition definition : Definition.of(Edition.SECOND)) {
      assertThat(Parameters.defaults(definition.strategy())).isEqualTo(definition.parameters());
    }
  }

  private static String fingerprints(List<Definition> definitions) {
    return definitions.stream()
        .map(d -> (d.strategy().id() + " " + d.parameters().fingerprint()).strip())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void parametersAreSpelledAsKeysOfTheConfiguration() {
    assertThat(Definition.all())
        .flatExtracting(d -> d.strategy().parameters(d.edition()))
        .extracting(Parameter::name)
        .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }
}
