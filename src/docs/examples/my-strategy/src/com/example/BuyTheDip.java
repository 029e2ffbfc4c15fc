package com.example;

import io.mirrorcore.indicator.RollingQuantile;
import io.mirrorcore.signal.*;
import io.mirrorcore.strategy.*;
import java.io.*;
import java.util.List;

/** BUY_THE_DIP: long while the close is at least {@code dip} below the highest of 20 closes. */
public final class BuyTheDip implements SymbolStrategy {
  private static final Parameter DIP =
      Parameter.real("dip", 0.05, 0.001, 0.9, "least fall from the highest close, as a fraction");

  @Override public String id() { return "BUY_THE_DIP"; }

  @Override public List<Parameter> parameters() { return List.of(DIP); }

  @Override public List<String> attributes() { return List.of("fall"); }

  @Override public Machine machine(Parameters parameters) {
    double dip = parameters.real(DIP);
    RollingQuantile closes = new RollingQuantile(20);
    return new Machine() {
      @Override public Signal onBar(MarketBar market) {
        double close = market.bar().close();
        closes.add(close);
        if (!closes.isReady()) {
          return Signal.WARMUP;
        }
        double fall = 1 - close / closes.value(1);
        double confidence = Math.min(1, fall / (2 * dip));
        return fall >= dip
            ? Signal.of(Action.BUY, 1, confidence, fall)
            : Signal.of(Action.HOLD, 0, confidence, fall);
      }

      @Override public void save(DataOutput out) throws IOException { closes.save(out); }

      @Override public void load(DataInput in) throws IOException { closes.load(in); }
    };
  }
}
