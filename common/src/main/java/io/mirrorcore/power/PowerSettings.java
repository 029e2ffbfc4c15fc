package io.mirrorcore.power;

/**
 * How much is simulated.
 *
 * @param years that are judged, after one year in which nobody knows anything; 2 or more
 * @param markets 20 or more
 * @param seed of all chance
 * @param level of the interval that a difference has to leave, in (0.5, 1)
 */
public record PowerSettings(int years, int markets, long seed, double level) {

  public PowerSettings {
    atLeast("years", years, 2);
    atLeast("markets", markets, 20);
    if (!(level > 0.5 && level < 1)) {
      throw new IllegalArgumentException("level must be above 0.5 and below 1; have " + level);
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + "; have " + value);
    }
  }
}
