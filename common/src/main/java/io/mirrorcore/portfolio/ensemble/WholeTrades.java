package io.mirrorcore.portfolio.ensemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The weights nearest to an optimum that are reached by trades worth making: each change is none or
 * above a threshold, so that what is not traded is not in force and who follows the trades holds
 * the weights. What is too small to trade waits until it is not.
 *
 * <p>Changes above the threshold are traded to the optimum. As those on one side then add up to
 * more than those on the other, small changes of the other side are made as large as the threshold
 * while that brings all nearer to the optimum (in squares), and what is still missing is taken from
 * the largest. Where no such trades keep the bounds and add up, every change is a trade, however
 * small. All of it is a function of the arguments alone, ties in the order of the strategies.
 */
final class WholeTrades {

  private static final double JUST_ABOVE = 1 + 1e-9;
  private static final double ROUNDING = 1e-12;

  private final double[] from;
  private final double[] target;
  private final WeightBounds bounds;
  private final double threshold;
  private final double least;

  /** A change of one weight: by {@code amount} where it is traded, in [least, most]. */
  private static final class Leg {
    private final int strategy;
    private final double wanted;
    private final double least;
    private final double most;
    private double amount;

    private Leg(int strategy, double wanted, double least, double most) {
      this.strategy = strategy;
      this.wanted = wanted;
      this.least = least;
      this.most = most;
      amount = Math.max(least, wanted);
    }
  }

  private static final Comparator<Leg> LARGEST_FIRST =
      Comparator.comparingDouble((Leg leg) -> -leg.wanted).thenComparingInt(leg -> leg.strategy);

  /** Of one direction: what is traded, the largest first, and what might be besides. */
  private record Side(List<Leg> traded, List<Leg> small) {

    double volume() {
      return traded.stream().mapToDouble(leg -> leg.amount).sum();
    }
  }

  /**
   * @param from weights in force, sum 1
   * @param target optimum, within the bounds, sum 1
   * @param threshold change that is worth a trade, above 0
   */
  WholeTrades(double[] from, double[] target, WeightBounds bounds, double threshold) {
    this.from = from;
    this.target = target;
    this.bounds = bounds;
    this.threshold = threshold;
    least = threshold * JUST_ABOVE;
  }

  /** All the way. */
  double[] whole() {
    List<Side> sides = balanced();
    return sides.isEmpty() ? target.clone() : orElse(weights(sides), target.clone());
  }

  /**
   * As far as an amount of trading goes, by the largest changes alone where all of them together
   * would be too small.
   *
   * @param turnover that is allowed, above 0
   * @param line weights on the straight line, where no trades of this size add up
   */
  double[] part(double turnover, double[] line) {
    List<Side> sides = balanced();
    double volume = 0.5 * turnover;
    double before = Double.NaN;
    while (!sides.isEmpty() && volume > 0 && volume != before) {
      before = volume;
      for (Side side : sides) {
        volume = shrink(side, volume);
      }
    }
    return sides.isEmpty() || volume == 0 ? line : orElse(weights(sides), line);
  }

  private double[] orElse(double[] found, double[] otherwise) {
    for (WeightBounds.Group group : bounds.groups()) {
      if (group.sum(found) > group.cap() + ROUNDING) {
        return otherwise;
      }
    }
    return found;
  }

  /** Both sides of trades that add up to nothing; none where there are no such. */
  private List<Side> balanced() {
    for (int dropped = 0; dropped < from.length; dropped++) {
      Side buys = side(1, dropped);
      Side sells = side(-1, dropped);
      if (buys == null || sells == null) {
        return List.of();
      }
      boolean buysMore = buys.volume() >= sells.volume();
      Side heavy = buysMore ? buys : sells;
      Side light = buysMore ? sells : buys;
      if (!heavy.traded().isEmpty() && balance(heavy, light)) {
        return List.of(heavy, light);
      }
    }
    return List.of();
  }

  /** Null where bounds ask for a change that they do not leave room to trade. */
  private Side side(int sign, int dropped) {
    Side side = new Side(new ArrayList<>(), new ArrayList<>());
    List<Leg> optional = new ArrayList<>();
    for (int k = 0; k < from.length; k++) {
      double wanted = sign * (target[k] - from[k]);
      if (wanted > 0) {
        double needed = sign > 0 ? bounds.lower()[k] - from[k] : from[k] - bounds.upper()[k];
        double most = sign > 0 ? bounds.upper()[k] - from[k] : from[k] - bounds.lower()[k];
        Leg leg = new Leg(k, wanted, Math.max(least, needed), most);
        boolean forced = needed > 0;
        if (most < leg.least) {
          if (forced) {
            return null;
          }
          continue;
        }
        (forced ? side.traded() : wanted > threshold ? optional : side.small()).add(leg);
      }
    }
    optional.sort(LARGEST_FIRST);
    side.traded().addAll(optional.subList(0, Math.max(0, optional.size() - dropped)));
    side.small().addAll(optional.subList(Math.max(0, optional.size() - dropped), optional.size()));
    side.traded().sort(LARGEST_FIRST);
    side.small().sort(LARGEST_FIRST);
    return side;
  }

  private boolean balance(Side heavy, Side light) {
    double excess = heavy.volume() - light.volume();
    int n = heavy.traded().size();
    for (Leg leg : light.small()) {
      boolean nearer = (2 * excess - leg.least) / n > leg.least - 2 * leg.wanted;
      if (excess < leg.least || !nearer) {
        break;
      }
      leg.amount = leg.least;
      light.traded().add(leg);
      excess -= leg.amount;
    }
    for (Leg leg : heavy.traded()) {
      double less = Math.min(excess, leg.amount - leg.least);
      leg.amount -= less;
      excess -= less;
    }
    for (Leg leg : light.traded()) {
      double more = Math.min(excess, leg.most - leg.amount);
      leg.amount += more;
      excess -= more;
    }
    return excess <= 0;
  }

  /**
   * Scales what is traded on a side, the smallest left out until the rest is worth it.
   *
   * @return volume of what is left, at most the one asked for
   */
  private static double shrink(Side side, double volume) {
    List<Leg> traded = side.traded();
    while (!traded.isEmpty()) {
      double scale = volume / side.volume();
      if (scale >= 1) {
        return side.volume();
      }
      if (traded.stream().allMatch(leg -> scale * leg.amount >= leg.least)) {
        traded.forEach(leg -> leg.amount *= scale);
        return volume;
      }
      traded.remove(traded.size() - 1);
    }
    return 0;
  }

  private double[] weights(List<Side> sides) {
    double[] weights = from.clone();
    Leg roomiest = sides.get(0).traded().get(0);
    for (Side side : sides) {
      for (Leg leg : side.traded()) {
        int k = leg.strategy;
        double moved = from[k] + Math.signum(target[k] - from[k]) * leg.amount;
        weights[k] = leg.amount == leg.wanted ? target[k] : bounds.clip(moved, k);
        roomiest = leg.most - leg.amount > roomiest.most - roomiest.amount ? leg : roomiest;
      }
    }
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    weights[roomiest.strategy] =
        bounds.clip(weights[roomiest.strategy] + (1 - sum), roomiest.strategy);
    return weights;
  }
}
