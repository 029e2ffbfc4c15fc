package io.mirrorcore.strategy.cross;

import io.mirrorcore.indicator.statistic.GrangerCausality;
import io.mirrorcore.indicator.statistic.LaggedSeries;
import io.mirrorcore.strategy.PairReading;
import io.mirrorcore.strategy.Roster;
import io.mirrorcore.strategy.Shard;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The pairs of one symbol with those after it by name that are one shard's, with their running
 * products and what their newest tests have found. In flat arrays, read from one end to the other:
 * of 124,750 pairs, objects of their own were most of a close spent waiting for memory.
 */
final class LeadRow {

  /** Close at which products were up to date that are not there. */
  private static final long LOST = Long.MIN_VALUE / 2;

  private final Roster.Member<LeadTrack> first;
  private final boolean ownsSymbol;
  private final List<Roster.Member<LeadTrack>> seconds = new ArrayList<>();
  private final int[] places;
  private final int perPair;
  private final double[] products;
  private final long[] productsOf;
  private final long[] turnOf;

  /** What was found in that turn; null where there was no evidence. */
  private final PairTest[] found;

  /**
   * A row without products and tests.
   *
   * @param others after {@code first} by name, in order
   */
  LeadRow(
      Roster.Member<LeadTrack> first,
      List<Roster.Member<LeadTrack>> others,
      Shard shard,
      TestTurns turns,
      GrangerCausality test) {
    this.first = first;
    ownsSymbol = shard.owns(first.symbol(), first.symbol());
    for (Roster.Member<LeadTrack> second : others) {
      if (shard.owns(first.symbol(), second.symbol())) {
        seconds.add(second);
      }
    }
    int size = seconds.size();
    places = new int[size];
    Arrays.setAll(places, i -> turns.place(first.symbol(), seconds.get(i).symbol()));
    perPair = test.productsOfPair();
    products = new double[size * perPair];
    productsOf = new long[size];
    Arrays.fill(productsOf, LOST);
    turnOf = new long[size];
    Arrays.fill(turnOf, PairTest.NONE.turn());
    found = new PairTest[size];
  }

  String symbol() {
    return first.symbol();
  }

  /** Takes over what {@code before} has of the pairs that are in both; null for nothing. */
  void keep(LeadRow before) {
    TreeMap<String, Integer> known = new TreeMap<>();
    for (int i = 0; before != null && i < before.seconds.size(); i++) {
      known.put(before.seconds.get(i).symbol(), i);
    }
    for (int i = 0; i < seconds.size() && !known.isEmpty(); i++) {
      Integer at = known.get(seconds.get(i).symbol());
      if (at != null) {
        System.arraycopy(before.products, at * perPair, products, i * perPair, perPair);
        productsOf[i] = before.productsOf[at];
        turnOf[i] = before.turnOf[at];
        found[i] = before.found[at];
      }
    }
  }

  /**
   * What there is to tell of the symbol and of its pairs, where it has a bar.
   *
   * @param close number of this close, one more than that of the one before
   */
  void read(GrangerCausality test, TestTurns turns, long close, List<PairReading> readings) {
    if (!first.isPresent()) {
      return;
    }
    LeadTrack track = first.series();
    if (ownsSymbol) {
      readings.add(PairReading.alone(first.symbol(), track.newest(), track.deviation()));
    }
    for (int i = 0; i < places.length; i++) {
      long turn = turns.at(places[i]);
      boolean due = turn > turnOf[i];
      if ((due || found[i] != null) && seconds.get(i).isPresent()) {
        if (due) {
          test(i, test, turn, close);
        }
        if (found[i] != null) {
          readings.add(reading(i));
        }
      }
    }
  }

  private void test(int i, GrangerCausality test, long turn, long close) {
    LaggedSeries ofFirst = first.series().returns();
    LaggedSeries ofSecond = seconds.get(i).series().returns();
    int from = i * perPair;
    test.advance(ofFirst, ofSecond, products, from, close - productsOf[i]);
    productsOf[i] = close;
    test.test(ofFirst, ofSecond, products, from);
    boolean evidence = test.firstLeads().lag() > 0 || test.secondLeads().lag() > 0;
    turnOf[i] = turn;
    found[i] = evidence ? new PairTest(turn, test.firstLeads(), test.secondLeads()) : null;
  }

  private PairReading reading(int i) {
    GrangerCausality.Lead ahead = found[i].ahead();
    GrangerCausality.Lead back = found[i].back();
    double[] numbers = {
      ahead.p(), ahead.lag(), ahead.coefficients(), back.p(), back.lag(), back.coefficients()
    };
    return new PairReading(first.symbol(), seconds.get(i).symbol(), numbers);
  }

  /** Writes what was found; the products come from the values again. */
  void saveTests(DataOutput out) throws IOException {
    for (int i = 0; i < found.length; i++) {
      PairTest told = found[i] == null ? PairTest.NONE : found[i];
      new PairTest(turnOf[i], told.ahead(), told.back()).save(out);
    }
  }

  void loadTests(DataInput in) throws IOException {
    for (int i = 0; i < found.length; i++) {
      PairTest told = PairTest.load(in);
      turnOf[i] = told.turn();
      found[i] = told.hasEvidence() ? told : null;
    }
  }
}
