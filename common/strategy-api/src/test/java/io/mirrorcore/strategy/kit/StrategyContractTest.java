package io.mirrorcore.strategy.kit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.indicator.Sma;
import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Action;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.MarketBar;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Strategies that keep the promises pass, and each kind of broken one is found by its promise. */
class StrategyContractTest {

  private static final Parameter WINDOW = Parameter.integer("window", 20, 2, 500, "closes");

  /** A strategy of one symbol, whatever its machine. */
  private record OfOneSymbol(Function<Parameters, SymbolStrategy.Machine> machines)
      implements SymbolStrategy {

    @Override
    public String id() {
      return "OF_ONE_SYMBOL";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(WINDOW);
    }

    @Override
    public List<String> attributes() {
      return List.of("mean");
    }

    @Override
    public SymbolStrategy.Machine machine(Parameters parameters) {
      return machines.apply(parameters);
    }
  }

  /** Long above the mean of the closes; what it breaks is broken by whoever extends it. */
  private static class AboveMean implements SymbolStrategy.Machine {

    final Sma mean;

    AboveMean(Parameters parameters) {
      mean = new Sma(parameters.integer(WINDOW));
    }

    @Override
    public Signal onBar(MarketBar bar) {
      mean.add(bar.bar().close());
      return mean.isReady() ? answer(bar.bar().close()) : Signal.WARMUP;
    }

    Signal answer(double close) {
      return close > mean.value()
          ? Signal.of(Action.BUY, 1, 1, mean.value())
          : Signal.of(Action.HOLD, 0, 0, mean.value());
    }

    @Override
    public void save(DataOutput out) throws IOException {
      mean.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
      mean.load(in);
    }
  }

  private static StrategyContract contract(Function<Parameters, SymbolStrategy.Machine> machines) {
    return StrategyContract.of(new OfOneSymbol(machines)).bars(200);
  }

  @Test
  void aSoundStrategyKeepsThemAll() {
    assertThatCode(() -> contract(AboveMean::new).check()).doesNotThrowAnyException();
    assertThatCode(() -> contract(AboveMean::new).with("window", 5).seed(3).check())
        .doesNotThrowAnyException();
  }

  @Test
  void aWarmUpLongerThanTheBarsIsSaid() {
    assertThatThrownBy(() -> contract(AboveMean::new).with("window", 300).warmsUp())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("must be warm after 200 bars");
  }

  @Test
  void aSecondWarmUpIsFound() {
    StrategyContract twice =
        contract(
            parameters ->
                new AboveMean(parameters) {
                  private int bars;

                  @Override
                  Signal answer(double close) {
                    return bars++ < 10 ? Signal.of(Action.BUY, 1, 1, 1) : Signal.WARMUP;
                  }
                });

    assertThatThrownBy(twice::warmsUp)
        .hasMessageContaining("at bar 30 it must not warm up again once it has had a position");
  }

  @Test
  void stateThatIsNotSavedIsFound() {
    StrategyContract forgetful =
        contract(
            parameters ->
                new AboveMean(parameters) {
                  private int bars;

                  @Override
                  Signal answer(double close) {
                    bars++;
                    return Signal.of(Action.HOLD, 0, 0, bars);
                  }
                });

    assertThatCode(forgetful::isDeterministic).doesNotThrowAnyException();
    assertThatThrownBy(forgetful::goesOnAfterARestart)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("saved after 40 bars and loaded, it must go on as before");
  }

  @Test
  void stateThatMachinesShareIsFound() {
    int[] shared = {0};
    StrategyContract sharing =
        contract(
            parameters ->
                new AboveMean(parameters) {
                  @Override
                  Signal answer(double close) {
                    return Signal.of(Action.HOLD, 0, 0, shared[0]++);
                  }
                });

    assertThatThrownBy(sharing::isDeterministic)
        .hasMessageContaining("at bar 20 the same bars must give the same signals");
    assertThatThrownBy(sharing::neverLooksAhead)
        .hasMessageContaining("must not depend on those that follow");
  }

  @Test
  void unsoundAnswersAreFound() {
    assertThatThrownBy(() -> answering(Signal.of(Action.BUY, -1, 1, 0)).answersSoundly())
        .hasMessageContaining("action and position must be of one side");
    assertThatThrownBy(() -> answering(Signal.of(Action.HOLD, 0, 0, Double.NaN)).answersSoundly())
        .hasMessageContaining("attributes must be finite");
    assertThatThrownBy(() -> answering(Signal.of(Action.HOLD, 0, 0, 1, 2)).answersSoundly())
        .hasMessageContaining("its 1 attributes or none; have 2");
  }

  private static StrategyContract answering(Signal signal) {
    return contract(
        parameters ->
            new AboveMean(parameters) {
              @Override
              Signal answer(double close) {
                return signal;
              }
            });
  }

  @Test
  void aCrossAssetStrategyIsRunOnSymbolsThatLackBarsNowAndThen() {
    CrossAssetStrategy strategy =
        new CrossAssetStrategy() {
          @Override
          public String id() {
            return "FIRST_OF_ALL";
          }

          @Override
          public CrossAssetStrategy.Machine machine(Parameters parameters) {
            return new FirstOfAll();
          }
        };

    assertThatCode(() -> StrategyContract.of(strategy).bars(100).check())
        .doesNotThrowAnyException();
  }

  private static final class FirstOfAll implements CrossAssetStrategy.Machine {

    @Override
    public List<Signal> onBars(List<Bar> bars) {
      return bars.stream()
          .map(bar -> Signal.of(Action.HOLD, bar.equals(bars.get(0)) ? 1 : 0, 0))
          .toList();
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void load(DataInput in) {}
  }

  @Test
  void aPairStrategyIsRunOnTwoShards() {
    assertThatThrownBy(() -> StrategyContract.of(new TellsItsShard()).bars(20).answersSoundly())
        .hasMessageContaining("attributes or none; have 1");
  }

  /** Its readings know how many shards there are, which no signal may. */
  private static final class TellsItsShard implements PairStrategy {

    @Override
    public String id() {
      return "TELLS_ITS_SHARD";
    }

    @Override
    public PairStrategy.Machine machine(Parameters parameters, int shard, int shards) {
      return new PairStrategy.Machine() {
        @Override
        public List<PairReading> onBars(List<Bar> bars) {
          return List.of();
        }

        @Override
        public void save(DataOutput out) {}

        @Override
        public void load(DataInput in) {}
      };
    }

    @Override
    public List<Signal> combine(Parameters parameters, List<Bar> bars, List<PairReading> readings) {
      return bars.stream().map(bar -> Signal.of(Action.HOLD, 0, 0, 1)).toList();
    }
  }

  @Test
  void namesThatComeTwiceAndIdsInLowerCaseAreFound() {
    Strategy twice =
        new SymbolStrategy() {
          @Override
          public String id() {
            return "TWICE";
          }

          @Override
          public List<Parameter> parameters() {
            return List.of(WINDOW, WINDOW);
          }

          @Override
          public SymbolStrategy.Machine machine(Parameters parameters) {
            return new AboveMean(parameters);
          }
        };

    assertThatThrownBy(() -> StrategyContract.of(twice).declaresItselfSoundly())
        .hasMessageContaining("no parameter may come twice");
    assertThatThrownBy(() -> StrategyContract.of(twice).bars(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 10");
  }
}
