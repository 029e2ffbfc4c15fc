package io.mirrorcore.backtest.account;

/**
 * The account where the symbols are not known: the strategies' own net returns by their weights,
 * sum_k w_k R_k. Nothing is netted, and there is no band.
 */
public final class ReturnsBook implements Book {

  private static final double[] NO_STRESS = {};

  @Override
  public Earned earned(EvaluatedBar bar, double[] target) {
    double sum = 0;
    boolean positioned = false;
    int cash = bar.sleeves().cash();
    for (int k = 0; k < cash && k < target.length; k++) {
      sum += target[k] * bar.returns()[k];
      positioned |= target[k] != 0 && bar.deployed()[k];
    }
    return new Earned(sum, 0, Book.ofCash(bar, target), positioned, NO_STRESS, false);
  }

  @Override
  public void decide(EvaluatedBar bar, double[] target) {
    // what is held is the weights themselves
  }
}
