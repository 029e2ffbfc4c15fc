package io.mirrorcore.profile;

/**
 * How long a period of returns is.
 *
 * @param periodsPerYear trading periods a year, above 0: 252 days, 52 weeks
 * @param daysPerPeriod 1 for a day, the calendar length beyond (a week has 7), below 1 for less:
 *     brings estimates to the daily units in which lambda and eta are stated
 */
public record TimeScale(double periodsPerYear, double daysPerPeriod) {

  public TimeScale {
    positive("periodsPerYear", periodsPerYear);
    positive("daysPerPeriod", daysPerPeriod);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0 and finite; have " + value);
    }
  }

  /** Years that so many periods are. */
  public double years(int periods) {
    return periods / periodsPerYear;
  }
}
