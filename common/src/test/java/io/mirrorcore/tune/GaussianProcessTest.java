package io.mirrorcore.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.mirrorcore.estimate.ReferenceCases;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {

  private static final Matern52 UNIT = new Matern52(1, new double[] {1});

  /** k(1) = (1 + sqrt 5 + 5/3) exp(-sqrt 5). */
  private static final double AT_ONE = 0.5239941088318203;

  private static double[][] places(double... x) {
    double[][] places = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      places[i] = new double[] {x[i]};
    }
    return places;
  }

  @Test
  void kernelIsTheOneOfThePaper() {
    assertThat(UNIT.of(new double[] {0}, new double[] {1})).isCloseTo(AT_ONE, within(1e-15));
    Matern52 scaled = new Matern52(3, new double[] {2, 0.5});
    assertThat(scaled.of(new double[] {1, 1}, new double[] {3, 1}))
        .as("one length scale away")
        .isCloseTo(3 * AT_ONE, within(1e-15));
    assertThat(scaled.of(new double[] {1, 1}, new double[] {1, 1})).isEqualTo(3);
  }

  @Test
  void oneLookHalvesNothingButWhatItsNoiseAllows() {
    GaussianProcess process = new GaussianProcess(places(0), new double[] {2}, UNIT, 0.25);
    assertThat(process.at(new double[] {0}).mean()).isCloseTo(2 / 1.25, within(1e-15));
    assertThat(process.at(new double[] {0}).deviation())
        .isCloseTo(Math.sqrt(1 - 1 / 1.25), within(1e-15));
    assertThat(process.at(new double[] {1}).mean()).isCloseTo(AT_ONE * 2 / 1.25, within(1e-15));
    assertThat(process.logMarginalLikelihood())
        .isCloseTo(
            -0.5 * 4 / 1.25 - 0.5 * Math.log(1.25) - 0.5 * Math.log(2 * Math.PI), within(1e-14));
  }

  @Test
  void twoLooksAreInvertedByHand() {
    double a = 1.1;
    double b = AT_ONE;
    double determinant = a * a - b * b;
    GaussianProcess process = new GaussianProcess(places(0, 1), new double[] {1, -2}, UNIT, 0.1);
    double alpha0 = (a * 1 - b * -2) / determinant;
    double alpha1 = (-b * 1 + a * -2) / determinant;
    double half = UNIT.of(new double[] {0}, new double[] {0.5});
    assertThat(process.at(new double[] {0.5}).mean())
        .isCloseTo(half * (alpha0 + alpha1), within(1e-14));
    double explained = half * half * (2 * a - 2 * b) / determinant;
    assertThat(process.at(new double[] {0.5}).deviation())
        .isCloseTo(Math.sqrt(1 - explained), within(1e-14));
  }

  @Test
  void withoutNoiseItGoesThroughWhatItHasSeen() {
    double[] y = {0.3, -1, 0.7};
    GaussianProcess process = new GaussianProcess(places(0, 0.4, 1), y, UNIT, 0);
    assertThat(process.at(new double[] {0.4}).mean()).isCloseTo(-1, within(1e-12));
    assertThat(process.at(new double[] {0.4}).deviation()).isCloseTo(0, within(1e-7));
    assertThat(process.at(new double[] {100}).mean()).as("far away").isCloseTo(0, within(1e-12));
    assertThat(process.at(new double[] {100}).deviation()).isCloseTo(1, within(1e-12));
  }

  @Test
  void believingTheMeanLeavesTheMeanAndNarrowsTheRest() {
    GaussianProcess before = new GaussianProcess(places(0, 1), new double[] {1, -2}, UNIT, 0.01);
    GaussianProcess.Posterior believed = before.at(new double[] {0.5});
    GaussianProcess after = before.with(new double[] {0.5}, believed.mean());
    for (double x = -0.5; x <= 1.5; x += 0.125) {
      assertThat(after.at(new double[] {x}).mean())
          .isCloseTo(before.at(new double[] {x}).mean(), within(1e-10));
      assertThat(after.at(new double[] {x}).deviation())
          .isLessThan(before.at(new double[] {x}).deviation() + 1e-12);
    }
    assertThat(after.at(new double[] {0.5}).deviation()).isLessThan(0.1);
  }

  @Test
  void thePlaceSeenTwiceIsNoReasonToFail() {
    GaussianProcess process =
        new GaussianProcess(places(0.5, 0.5, 0.5), new double[] {1, 1, 1}, UNIT, 0);
    assertThat(process.at(new double[] {0.5}).mean()).isCloseTo(1, within(1e-6));
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> new GaussianProcess(places(0), new double[] {Double.NaN}, UNIT, 0))
        .hasMessageContaining("must be finite");
    assertThatThrownBy(() -> new GaussianProcess(places(0), new double[] {1}, UNIT, Double.NaN))
        .hasMessageContaining("noise must be at least 0");
    assertThatThrownBy(() -> new GaussianProcess(places(0), new double[0], UNIT, 0))
        .hasMessageContaining("equally many");
    assertThatThrownBy(() -> new Matern52(1, new double[] {0}))
        .hasMessageContaining("length scale must be above 0");
  }

  @Test
  void agreesWithNumpy() {
    for (JsonNode node : ReferenceCases.of("gaussian_process.json")) {
      GaussianProcess process =
          new GaussianProcess(
              ReferenceCases.matrix(node.get("x")),
              ReferenceCases.vector(node.get("y")),
              new Matern52(
                  node.get("variance").doubleValue(),
                  ReferenceCases.vector(node.get("lengthScales"))),
              node.get("noise").doubleValue());
      double[][] places = ReferenceCases.matrix(node.get("places"));
      for (int i = 0; i < places.length; i++) {
        GaussianProcess.Posterior posterior = process.at(places[i]);
        assertThat(posterior.mean()).isCloseTo(node.get("mean").get(i).doubleValue(), within(1e-9));
        assertThat(posterior.deviation())
            .isCloseTo(node.get("deviation").get(i).doubleValue(), within(1e-9));
        assertThat(ExpectedImprovement.of(posterior, node.get("best").doubleValue()))
            .isCloseTo(node.get("expectedImprovement").get(i).doubleValue(), within(1e-9));
      }
      assertThat(process.logMarginalLikelihood())
          .isCloseTo(node.get("logLikelihood").doubleValue(), within(1e-9));
    }
  }

  @Test
  void fittedIsAsLikelyAsTheBestOfManyStarts() {
    for (JsonNode node : ReferenceCases.of("gaussian_process.json")) {
      GaussianProcess fitted =
          MarginalLikelihood.fit(
              ReferenceCases.matrix(node.get("x")), ReferenceCases.vector(node.get("y")));
      assertThat(fitted.logMarginalLikelihood())
          .isCloseTo(node.get("greatestLogLikelihood").doubleValue(), within(1e-3));
    }
  }

  @Test
  void fitsWhatDoesNotVary() {
    GaussianProcess flat = MarginalLikelihood.fit(places(0.1, 0.5, 0.8), new double[3]);
    assertThat(flat.at(new double[] {0.3}).mean()).isZero();
    assertThat(flat.at(new double[] {0.3}).deviation()).isPositive();
  }
}
