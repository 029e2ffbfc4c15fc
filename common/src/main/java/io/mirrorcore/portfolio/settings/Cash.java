package io.mirrorcore.portfolio.settings;

import java.io.Serializable;

/**
 * A sleeve of known return and no risk beside the strategies. With weights that add up to 1 an
 * ensemble of losing strategies must lose; with this one it can stand aside. Its weight stands
 * under {@value #ID} among the strategies', with a cap of its own instead of the regime's.
 *
 * @param enabled whether there is one
 * @param cap its greatest weight, in (0, 1]
 * @param rate what it earns a year, simple, in [-1, 1]
 */
public record Cash(boolean enabled, double cap, double rate) implements Serializable {

  /** Its name where strategies have theirs. */
  public static final String ID = "CASH";

  public Cash {
    if (!(cap > 0 && cap <= 1)) {
      throw new IllegalArgumentException("cash cap must be in (0, 1]; have " + cap);
    }
    if (!(rate >= -1 && rate <= 1)) {
      throw new IllegalArgumentException("cash rate must be in [-1, 1]; have " + rate);
    }
  }

  /** No cash, as in the original guide. */
  public static Cash none() {
    return new Cash(false, 1, 0);
  }
}
