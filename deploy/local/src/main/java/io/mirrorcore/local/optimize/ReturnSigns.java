package io.mirrorcore.local.optimize;

import io.mirrorcore.estimate.ReturnsTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Whether numbers are returns at all, or what people feed for them: prices, percents. */
final class ReturnSigns {

  /** No strategy earns or loses so much at every bar: 5 % a bar is a millionfold a year. */
  private static final double LARGE = 0.05;

  /** Half of the bars beyond 10 %: percents of a calm market begin there. */
  private static final double PERCENTS = 0.1;

  private final Path file;
  private final ReturnsTable table;

  private ReturnSigns(Path file, ReturnsTable table) {
    this.file = file;
    this.table = table;
  }

  /**
   * Looks at a table.
   *
   * @param note told of columns that look like something else
   * @throws UnusableFileException for a return of -1 or less, with which nothing is left to lose
   */
  static void check(Path file, ReturnsTable table, Consumer<String> note) {
    ReturnSigns signs = new ReturnSigns(file, table);
    signs.refuseRuin();
    signs.tell("prices", "the change from bar to bar over the price before", note, signs::isPrices);
    signs.tell("percents", "fractions: 0.01 is 1 %", note, signs::isPercents);
  }

  private interface Look {
    boolean fits(double[] column);
  }

  private void refuseRuin() {
    for (int t = 0; t < table.returns().length; t++) {
      for (int i = 0; i < table.strategies().size(); i++) {
        double value = table.returns()[t][i];
        if (value <= -1) {
          throw new UnusableFileException(
              "%s: the return of %s at %s must be above -1, which loses everything; have %s%s"
                  .formatted(
                      file,
                      table.strategies().get(i),
                      Instant.ofEpochMilli(table.times()[t]),
                      value,
                      isPercents(column(i))
                          ? "; the column looks like percents, and 0.01 is 1 %: divide it by 100"
                          : ""));
        }
      }
    }
  }

  private void tell(String what, String remedy, Consumer<String> note, Look look) {
    List<String> names =
        IntStream.range(0, table.strategies().size())
            .filter(i -> look.fits(column(i)))
            .mapToObj(table.strategies()::get)
            .toList();
    if (!names.isEmpty()) {
      note.accept(
          "%s: %s %s like %s; returns are %s"
              .formatted(
                  file.getFileName(),
                  String.join(", ", names),
                  names.size() == 1 ? "looks" : "look",
                  what,
                  remedy));
    }
  }

  private double[] column(int i) {
    return Arrays.stream(table.returns()).mapToDouble(row -> row[i]).toArray();
  }

  private boolean isPrices(double[] column) {
    return Arrays.stream(column).allMatch(value -> value > 0) && middle(column) > LARGE;
  }

  private boolean isPercents(double[] column) {
    return Arrays.stream(column).anyMatch(value -> value < 0) && middle(column) > PERCENTS;
  }

  /** The median of the sizes. */
  private static double middle(double[] column) {
    double[] sizes = Arrays.stream(column).map(Math::abs).sorted().toArray();
    return sizes[sizes.length / 2];
  }
}
