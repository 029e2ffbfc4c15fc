package io.mirrorcore.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** IBM's daily bars, answered by R's TTR. */
class IndicatorReferenceTest {

  private static JsonNode high;
  private static JsonNode low;
  private static JsonNode close;
  private static JsonNode expected;
  private static double tolerance;

  @BeforeAll
  static void read() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(Path.of("../../src/reference/indicators.json").toFile());
    high = file.at("/input/high");
    low = file.at("/input/low");
    close = file.at("/input/close");
    expected = file.at("/expected");
    tolerance = file.at("/tolerance").asDouble();
    assertThat(close.size()).isEqualTo(300);
    assertThat(tolerance).isEqualTo(1e-9);
  }

  private static void compare(
      String name, int bar, BooleanSupplier hasValue, DoubleSupplier value) {
    JsonNode reference = expected.get(name).get(bar);
    assertThat(hasValue.getAsBoolean()).as("%s at %d", name, bar).isEqualTo(!reference.isNull());
    if (hasValue.getAsBoolean()) {
      assertThat(value.getAsDouble())
          .as("%s at %d", name, bar)
          .isCloseTo(reference.asDouble(), within(tolerance));
    }
  }

  @Test
  void rsiIsThatOfTtr() {
    Rsi rsi = new Rsi(14);
    for (int i = 0; i < close.size(); i++) {
      rsi.add(close.get(i).asDouble());
      compare("rsi14", i, rsi::hasValue, rsi::value);
    }
  }

  @Test
  void atrIsThatOfTtr() {
    Atr atr = new Atr(14);
    for (int i = 0; i < close.size(); i++) {
      atr.add(high.get(i).asDouble(), low.get(i).asDouble(), close.get(i).asDouble());
      compare("atr14", i, atr::hasValue, atr::value);
    }
  }

  @Test
  void emaIsThatOfTtr() {
    Ema ema = new Ema(12);
    for (int i = 0; i < close.size(); i++) {
      ema.add(close.get(i).asDouble());
      compare("ema12", i, ema::hasValue, ema::value);
    }
  }

  @Test
  void macdAndItsSignalAreThoseOfTtr() {
    Macd macd = new Macd(12, 26, 9);
    int bars = 0;
    for (int i = 0; i < close.size(); i++) {
      macd.add(close.get(i).asDouble());
      compare("macd_signal", i, macd::hasValue, macd::signal);
      if (macd.hasValue()) {
        compare("macd", i, () -> true, macd::macd);
        bars++;
      }
    }
    assertThat(bars).isEqualTo(300 - 33);
  }
}
