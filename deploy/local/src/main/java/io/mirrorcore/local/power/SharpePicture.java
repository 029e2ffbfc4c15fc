package io.mirrorcore.local.power;

import io.mirrorcore.power.AllocatorPower;
import io.mirrorcore.power.PowerResult;
import io.mirrorcore.power.SharpeSpread;

/** The Sharpe ratios: a dot for the mean, a line over 90 % of the markets. */
final class SharpePicture {

  private static final int WIDTH = 720;
  private static final int LEFT = 120;
  private static final int RIGHT = 20;
  private static final int ROW = 30;
  private static final int TOP = 14;

  private SharpePicture() {}

  static String of(PowerResult result) {
    double low = result.allocators().stream().mapToDouble(a -> a.sharpe().low()).min().orElse(0);
    double high = result.allocators().stream().mapToDouble(a -> a.sharpe().high()).max().orElse(1);
    Scale scale = Scale.linear(Math.min(0, low), Math.max(high, low + 0.1), LEFT, WIDTH - RIGHT);
    int height = TOP + ROW * result.allocators().size() + 34;
    StringBuilder svg =
        new StringBuilder(
            PowerWords.format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Annual Sharpe ratios of all"
                    + " allocators\">%n",
                WIDTH, height));
    for (double tick : scale.ticks()) {
      svg.append(
          PowerWords.format(
              "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><text"
                  + " class=\"tick\" x=\"%.1f\" y=\"%d\">%s</text>%n",
              scale.at(tick),
              scale.at(tick),
              TOP,
              height - 28,
              scale.at(tick),
              height - 10,
              Scale.text(tick)));
    }
    int y = TOP + ROW / 2;
    for (AllocatorPower allocator : result.allocators()) {
      row(svg, scale, allocator, y);
      y += ROW;
    }
    return svg.append("</svg>").toString();
  }

  private static void row(StringBuilder svg, Scale scale, AllocatorPower allocator, int y) {
    SharpeSpread s = allocator.sharpe();
    svg.append(
        PowerWords.format(
            "<text class=\"name\" x=\"%d\" y=\"%d\">%s</text><line class=\"spread\" x1=\"%.1f\""
                + " x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/><circle class=\"%s\" cx=\"%.1f\" cy=\"%d\""
                + " r=\"5\"><title>%s: %.2f (%.2f to %.2f)</title></circle>%n",
            LEFT - 12,
            y + 4,
            PowerPage.escaped(allocator.name()),
            scale.at(s.low()),
            scale.at(s.high()),
            y,
            y,
            Colours.of(allocator.name()),
            scale.at(s.mean()),
            y,
            PowerPage.escaped(allocator.name()),
            s.mean(),
            s.low(),
            s.high()));
  }
}
