package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.RollingRank;
import io.mirrorcore.indicator.Window;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Sectors;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How the sectors of a portfolio have done lately, against each other:
 *
 * <pre>
 *   growth of a sector = mean over its symbols of 1 + the return over window bars
 *   strength           = rank of that among all sectors, in (0, 1]
 * </pre>
 *
 * <p>A symbol of which no sector is told is one by itself: where none is told at all the strength
 * of every symbol is the rank of its own momentum. Edition 2 has mid-ranks, (k - 1/2) / N.
 */
final class SectorStrength {

  private final Sectors sectors;
  private final int window;
  private final Edition edition;

  /**
   * @param window bars of the momentum
   */
  SectorStrength(Sectors sectors, int window, Edition edition) {
    this.sectors = edition == Edition.FIRST ? Sectors.NONE : sectors;
    this.window = window;
    this.edition = edition;
  }

  /**
   * What is found at one close.
   *
   * @param ranks strength of the sector of each symbol
   * @param strongest name of the told sector that has grown most, of equals the first by name; ""
   *     where none is told
   */
  @SuppressWarnings("ArrayRecordComponent") // read in place, once
  record Found(double[] ranks, String strongest) {}

  /** Name of the sector of a symbol; "" where none is told. */
  String of(String symbol) {
    return sectors.of(symbol).orElse("");
  }

  /**
   * @param symbols in order of name
   * @param rings their returns
   */
  Found at(List<String> symbols, List<Window> rings) {
    List<String> told = new ArrayList<>();
    TreeMap<String, Integer> place = new TreeMap<>();
    int[] group = new int[symbols.size()];
    List<double[]> sums = new ArrayList<>(); // growth of the symbols together, and how many
    for (int i = 0; i < group.length; i++) {
      String sector = of(symbols.get(i));
      Integer known = sector.isEmpty() ? null : place.get(sector);
      if (known == null) {
        known = sums.size();
        told.add(sector);
        sums.add(new double[2]);
        place.put(sector, known);
      }
      group[i] = known;
      sums.get(known)[0] += growth(rings.get(i));
      sums.get(known)[1]++;
    }
    double[] growth = sums.stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
    double[] ranks = new double[group.length];
    for (int i = 0; i < group.length; i++) {
      ranks[i] = edition == Edition.FIRST ? rank(growth, group[i]) : midRank(growth, group[i]);
    }
    return new Found(ranks, strongest(told, growth));
  }

  private static String strongest(List<String> told, double[] growth) {
    String strongest = "";
    double most = Double.NEGATIVE_INFINITY;
    for (int g = 0; g < growth.length; g++) {
      String name = told.get(g);
      boolean first = growth[g] == most && name.compareTo(strongest) < 0;
      if (!name.isEmpty() && (growth[g] > most || first)) {
        strongest = name;
        most = growth[g];
      }
    }
    return strongest;
  }

  private static double rank(double[] growth, int i) {
    int atMost = 0;
    for (double other : growth) {
      atMost += other <= growth[i] ? 1 : 0;
    }
    return (double) atMost / growth.length;
  }

  private static double midRank(double[] growth, int i) {
    int halves = 0;
    for (double other : growth) {
      halves += RollingRank.tie(other, growth[i]) ? 1 : other < growth[i] ? 2 : 0;
    }
    return halves / (2.0 * growth.length);
  }

  /** 1 + the return over the window. */
  private double growth(Window ring) {
    double growth = 1;
    for (int back = 0; back < window; back++) {
      growth *= 1 + ring.latest(back);
    }
    return growth;
  }
}
