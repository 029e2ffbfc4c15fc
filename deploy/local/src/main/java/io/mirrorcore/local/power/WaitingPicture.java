package io.mirrorcore.local.power;

import io.mirrorcore.power.AllocatorPower;
import io.mirrorcore.power.DifferencePower;
import io.mirrorcore.power.PowerResult;

/** The probability that a difference to 1/N is shown, by the years that one waits. */
final class WaitingPicture {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 330;
  private static final int LEFT = 52;
  private static final int RIGHT = 150;
  private static final int TOP = 14;
  private static final int BOTTOM = 44;
  private static final double LONGEST = 200;
  private static final int STEPS = 80;

  private WaitingPicture() {}

  static String of(PowerResult result) {
    Scale years = Scale.logarithmic(1, LONGEST, LEFT, WIDTH - RIGHT);
    Scale share = Scale.linear(0, 1, HEIGHT - BOTTOM, TOP);
    StringBuilder svg =
        new StringBuilder(
            PowerWords.format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Probability that a"
                    + " difference to equal weight is shown, by years\">%n",
                WIDTH, HEIGHT));
    grid(svg, years, share);
    double taken = Double.NEGATIVE_INFINITY;
    for (AllocatorPower allocator : result.allocators()) {
      DifferencePower d = allocator.toEqual().orElse(null);
      if (d != null && d.isSeen()) {
        taken = line(svg, years, share, allocator, d, taken);
      }
    }
    return svg.append("</svg>").toString();
  }

  private static void grid(StringBuilder svg, Scale years, Scale share) {
    for (double tick : years.ticks()) {
      svg.append(
          PowerWords.format(
              "<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/><text"
                  + " class=\"tick\" x=\"%1$.1f\" y=\"%4$d\">%5$s</text>%n",
              years.at(tick), TOP, HEIGHT - BOTTOM, HEIGHT - BOTTOM + 18, Scale.text(tick)));
    }
    for (double tick : new double[] {0, 0.5, 0.8, 1}) {
      svg.append(
          PowerWords.format(
              "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%3$.1f\" y2=\"%3$.1f\"/><text"
                  + " class=\"name\" x=\"%4$d\" y=\"%5$.1f\">%6$.0f %%</text>%n",
              LEFT, WIDTH - RIGHT, share.at(tick), LEFT - 8, share.at(tick) + 4, 100 * tick));
    }
    svg.append(
        PowerWords.format(
            "<text class=\"tick\" x=\"%d\" y=\"%d\">years</text>%n",
            (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6));
  }

  /** Names stand at the ends of their lines, and no two on each other. */
  private static double line(
      StringBuilder svg,
      Scale years,
      Scale share,
      AllocatorPower allocator,
      DifferencePower d,
      double taken) {
    String colour = Colours.of(allocator.name());
    svg.append("<polyline class=\"").append(colour).append("\" points=\"");
    for (int step = 0; step <= STEPS; step++) {
      double year = Math.pow(LONGEST, (double) step / STEPS);
      svg.append(PowerWords.format("%.1f,%.1f ", years.at(year), share.at(d.probability(year))));
    }
    double end = share.at(d.probability(LONGEST)) + 4;
    double at = Math.max(end, taken + 15);
    svg.append(
        PowerWords.format(
            "\"/><text class=\"label %s\" x=\"%d\" y=\"%.1f\">%s%s</text>%n",
            colour,
            WIDTH - RIGHT + 6,
            at,
            PowerPage.escaped(allocator.name()),
            d.spread().mean() < 0 ? " (worse)" : ""));
    return at;
  }
}
