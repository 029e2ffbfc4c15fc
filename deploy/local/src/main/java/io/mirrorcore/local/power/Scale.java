package io.mirrorcore.local.power;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis: values to pixels.
 *
 * @param low value at the first pixel
 * @param high value at the last
 * @param logarithmic whether equal factors are equally far apart
 */
record Scale(double low, double high, double from, double to, boolean logarithmic) {

  static Scale linear(double low, double high, double from, double to) {
    return new Scale(low, high, from, to, false);
  }

  static Scale logarithmic(double low, double high, double from, double to) {
    return new Scale(low, high, from, to, true);
  }

  double at(double value) {
    double share =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return from + share * (to - from);
  }

  /** Round values: steps of 1, 2 or 5, on a logarithmic axis these and their tens. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      for (double power = 1; power <= high; power *= 10) {
        for (double factor : new double[] {1, 2, 5}) {
          if (factor * power >= low && factor * power <= high) {
            ticks.add(factor * power);
          }
        }
      }
      return ticks;
    }
    double power = Math.pow(10, Math.floor(Math.log10((high - low) / 5)));
    double step = power;
    for (double factor : new double[] {1, 2, 5, 10}) {
      step = factor * power;
      if ((high - low) / step <= 8) {
        break;
      }
    }
    for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  static String text(double tick) {
    return Math.abs(tick - Math.rint(tick)) < 1e-9
        ? PowerWords.format("%.0f", tick)
        : PowerWords.format("%.2f", tick).replaceFirst("0$", "");
  }
}
