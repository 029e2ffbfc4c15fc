package io.mirrorcore.backtest.account;

/**
 * The account of the first release: a stake in each strategy as if it were a fund, bought at a due
 * time and left to drift until the next.
 *
 * <pre>
 *   R_t = sum_k w_k r_k,t       w_k = w_k (1 + r_k,t) / (1 + R_t)
 * </pre>
 *
 * Nothing is netted: two strategies that disagree both pay. What {@link ReturnsBook} holds are the
 * weights as they were decided, which is what a live job does at every bar.
 */
public final class FundsBook implements Book {

  private static final double[] NO_STRESS = {};

  private final WeightDrift stakes;

  public FundsBook(Sleeves sleeves) {
    stakes = new WeightDrift(sleeves.count(), sleeves.cash());
  }

  @Override
  public void traded(double[] target) {
    stakes.trade(target);
  }

  @Override
  public Earned earned(EvaluatedBar bar, double[] target) {
    int cash = bar.sleeves().cash();
    double sum = 0;
    boolean positioned = false;
    for (int k = 0; k < cash; k++) {
      sum += stakes.weight(k) * bar.returns()[k];
      positioned |= stakes.weight(k) != 0 && bar.deployed()[k];
    }
    double ofCash = stakes.weight(cash) * bar.returns()[cash];
    stakes.drift(bar.returns());
    return new Earned(sum, 0, ofCash, positioned, NO_STRESS, false);
  }

  @Override
  public void decide(EvaluatedBar bar, double[] target) {
    // between due times nothing is bought or sold
  }
}
