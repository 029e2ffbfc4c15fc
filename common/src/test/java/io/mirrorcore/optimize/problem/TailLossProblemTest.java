package io.mirrorcore.optimize.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TailLossProblemTest {

  private static final double[] ALL = {1};

  @Test
  void isTheMeanOfTheWorstScenarios() {
    assertThat(problem(0.5, 1, -4, 3, -2).loss(ALL)).isEqualTo(3);
    assertThat(problem(0.75, 1, -4, 3, -2).loss(ALL)).isEqualTo(4);
  }

  /** A tail of 3/8 of four scenarios: the worst one and half of the next. */
  @Test
  void countsTheLastScenarioInPart() {
    assertThat(problem(0.625, 1, -4, 3, -2).loss(ALL)).isCloseTo(10.0 / 3, within(1e-15));
  }

  @Test
  void isTheMeanLossWhereAllIsTail() {
    assertThat(problem(0, 1, -4, 3, -2).loss(ALL)).isEqualTo(0.5);
  }

  @Test
  void isNegativeWhereEvenTheTailGains() {
    assertThat(problem(0.5, 1, 2, 3, 4).loss(ALL)).isEqualTo(-1.5);
  }

  @Test
  void weighsTheReturnsOfAScenario() {
    TailLossProblem p =
        new TailLossProblem(new double[][] {{-2, 0}, {0, -1}}, 0.5, Box.upTo(1, 2), List.of());

    assertThat(p.loss(new double[] {0.25, 0.75})).isEqualTo(0.75);
    assertThat(p.largestScenarioWeight()).isEqualTo(1);
    assertThat(p.largestReturn()).isEqualTo(2);
  }

  /** The threshold form of Rockafellar and Uryasev, whose minimum is at one of the losses. */
  @Test
  void agreesWithTheLeastOverAllThresholds() {
    SplittableRandom random = new SplittableRandom(5);
    for (int k = 0; k < 200; k++) {
      double[] returns = random.doubles(1 + random.nextInt(60), -1, 1).toArray();
      double beta = 0.99 * random.nextDouble();
      double least = Double.POSITIVE_INFINITY;
      for (double threshold : returns) {
        double beyond = Arrays.stream(returns).map(r -> Math.max(0, threshold - r)).sum();
        least = Math.min(least, -threshold + beyond / ((1 - beta) * returns.length));
      }

      assertThat(problem(beta, returns).loss(ALL)).isCloseTo(least, within(1e-13));
    }
  }

  private static TailLossProblem problem(double beta, double... returns) {
    double[][] scenarios =
        Arrays.stream(returns).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    return new TailLossProblem(scenarios, beta, Box.upTo(1, 1), List.of());
  }
}
