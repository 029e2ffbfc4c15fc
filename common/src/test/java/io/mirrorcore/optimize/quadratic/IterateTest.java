package io.mirrorcore.optimize.quadratic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mirrorcore.optimize.problem.Box;
import io.mirrorcore.optimize.problem.MeanVarianceProblem;
import io.mirrorcore.optimize.problem.Moments;
import io.mirrorcore.optimize.problem.Penalties;
import io.mirrorcore.optimize.problem.RandomProblems;
import io.mirrorcore.optimize.proof.Gradient;
import io.mirrorcore.optimize.proof.MeanVarianceCertificate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IterateTest {

  private final Box box = new Box(new double[] {0, 0.1, 0.25, 0}, new double[] {0.5, 0.6, 0.25, 1});
  private final Iterate at =
      new Iterate(
          new MeanVarianceProblem(
              new Moments(new double[4], new double[16]), new Penalties(0, 1, new double[4]), box));

  @Test
  void sharesAmongTheFreeWhatTheHeldLeave() {
    at.set(0, Iterate.UPPER);
    at.set(1, Iterate.FREE);
    at.set(2, Iterate.FREE);
    at.set(3, Iterate.FREE);
    at.collectFree();
    at.placeAtCentre();

    assertThat(at.freeCount).as("the third cannot move").isEqualTo(2);
    assertThat(at.weights).containsExactly(0.5, 0.125, 0.25, 0.125);
  }

  @Test
  void movesTheFreeAndComesBackIntoTheBox() {
    at.set(0, Iterate.LOWER);
    at.set(1, Iterate.FREE);
    at.set(2, Iterate.LOWER);
    at.set(3, Iterate.FREE);
    at.collectFree();
    at.placeAtCentre();
    at.move(new double[] {-0.5, 0.5}, 2);
    assertThat(at.weights).containsExactly(0, -0.625, 0.25, 1.375);
    at.clampIntoBox();
    assertThat(at.weights).containsExactly(0, 0.1, 0.25, 1);
  }

  /** Gradients -2w = (0, -1, -1/2, -1/4): of the free (the last two) the mean is -3/8. */
  @Test
  void saysWhoGainsFromRelease() {
    System.arraycopy(new double[] {0, 0.5, 0.25, 0.125}, 0, at.weights, 0, 4);
    at.set(0, Iterate.LOWER);
    at.set(1, Iterate.UPPER);
    at.side[2] = Iterate.FREE;
    at.set(3, Iterate.FREE);
    at.collectFree();
    at.evaluate();

    assertThat(at.multiplier()).isEqualTo(-0.375);
    assertThat(at.gainFromRelease(0, -0.375)).as("up from its lower bound").isEqualTo(0.375);
    assertThat(at.gainFromRelease(1, -0.375)).as("down from its upper").isEqualTo(0.625);
    assertThat(at.gainFromRelease(3, -0.375)).as("free already").isZero();
    at.side[2] = Iterate.LOWER;
    assertThat(at.gainFromRelease(2, -0.375)).as("its bounds coincide").isZero();
  }

  /** The certificate's own gradient, by columns to rounding and by rows to the bit. */
  @Test
  void evaluatesTheGradientOfTheCertificate() {
    RandomProblems problems = new RandomProblems(76);
    SplittableRandom random = new SplittableRandom(76);
    for (int k = 0; k < 100; k++) {
      MeanVarianceProblem p = problems.next(RandomProblems.Kind.REGULAR);
      Iterate iterate = new Iterate(p);
      for (int i = 0; i < p.size(); i++) {
        iterate.weights[i] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        iterate.side[i] = Iterate.FREE;
      }
      iterate.collectFree();
      Gradient expected = MeanVarianceCertificate.gradient(p, iterate.weights);
      iterate.evaluate();
      assertThat(iterate.gradient)
          .containsExactly(expected.values(), within(1e-14 * expected.size()));
      iterate.evaluateFree();
      assertThat(iterate.gradient).isEqualTo(expected.values());
    }
  }
}
