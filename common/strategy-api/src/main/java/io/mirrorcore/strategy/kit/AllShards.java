package io.mirrorcore.strategy.kit;

import io.mirrorcore.market.Bar;
import io.mirrorcore.signal.Signal;
import io.mirrorcore.strategy.CrossAssetStrategy;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.PairStrategy;
import io.mirrorcore.strategy.Parameters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All shards of a pair strategy in one place: what a pipeline does with them, without one. */
public final class AllShards implements CrossAssetStrategy.Machine {

  private final PairStrategy strategy;
  private final Parameters parameters;
  private final List<PairStrategy.Machine> machines;

  public AllShards(PairStrategy strategy, Parameters parameters, int shards) {
    this.strategy = strategy;
    this.parameters = parameters;
    machines =
        IntStream.range(0, shards).mapToObj(i -> strategy.machine(parameters, i, shards)).toList();
  }

  @Override
  public List<Signal> onBars(List<Bar> bars) {
    return strategy.combine(parameters, bars, readings(bars));
  }

  /** What all shards have to tell, each in order by itself. */
  public List<PairReading> readings(List<Bar> bars) {
    List<PairReading> readings = new ArrayList<>();
    for (PairStrategy.Machine machine : machines) {
      List<PairReading> part = machine.onBars(bars);
      if (!part.equals(part.stream().sorted(PairReading.ORDER).toList())) {
        throw new AssertionError("readings must be in order; have " + part);
      }
      readings.addAll(part);
    }
    readings.sort(PairReading.ORDER);
    return readings;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (PairStrategy.Machine machine : machines) {
      machine.save(out);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    for (PairStrategy.Machine machine : machines) {
      machine.load(in);
    }
  }
}
