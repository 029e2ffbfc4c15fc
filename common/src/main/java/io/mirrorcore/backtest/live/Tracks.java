package io.mirrorcore.backtest.live;

import io.mirrorcore.backtest.account.Book;
import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.account.PositionsBook;
import io.mirrorcore.backtest.account.ReturnsBook;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.backtest.track.EqualWeight;
import io.mirrorcore.backtest.track.Evaluated;
import io.mirrorcore.backtest.track.TrackAccount;
import io.mirrorcore.portfolio.book.MarketSleeve;
import io.mirrorcore.portfolio.ensemble.EnsembleStep;
import io.mirrorcore.portfolio.record.Decision;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.Rebalance;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The accounts of an ensemble, of equal weight and of the market, kept side by side. */
final class Tracks {

  private final StrategyPlaces places;
  private final Evaluated.Account account;
  private final EqualWeight equalWeight;
  private final MarketSleeve market = new MarketSleeve();
  private final PublishedBook published = new PublishedBook();
  private final List<Stateful> books = new ArrayList<>();
  private final TrackAccount own;
  private final TrackAccount equal;
  private final TrackAccount hold; // null where there is no market
  private final boolean[] had;

  /**
   * What a bar came to.
   *
   * @param own of the ensemble
   * @param equity of the ensemble, of what was 1
   * @param winRate of the ensemble, share of the bars with a position
   * @param equalWeight equity
   * @param hold equity; null where there is no market
   */
  record Earned(
      TrackAccount.BarResult own, double equity, double winRate, double equalWeight, Double hold) {}

  Tracks(StrategyPlaces places, Evaluated.Account account) {
    this.places = places;
    this.account = account;
    equalWeight = new EqualWeight(places.sleeves(), places.hold());
    had = new boolean[places.ids().size()];
    books.add(published);
    own = account(places.knowsSymbols() ? published : new ReturnsBook());
    equal = account(book());
    hold = places.sleeves().market() < 0 ? null : account(book());
  }

  private TrackAccount account(Book book) {
    return new TrackAccount(book, places.sleeves(), account.weightCost(), 0);
  }

  private Book book() {
    if (!places.knowsSymbols()) {
      return new ReturnsBook();
    }
    PositionsBook book =
        new PositionsBook(places.columns(), account.positions().book(account.bars()), List.of());
    books.add(book);
    return book;
  }

  /** The close as the accounts see it; to be asked first, and once a close. */
  EvaluatedBar see(PortfolioBar bar, EnsembleStep step) {
    published.publish(step.positions());
    PortfolioBar joined = places.knowsSymbols() ? market.join(bar) : null;
    Sleeves sleeves = places.sleeves();
    double[] returns = new double[sleeves.count()];
    boolean[] deployed = new boolean[sleeves.strategies()];
    if (step.returns() != null) {
      for (int k = 0; k < deployed.length; k++) {
        String id = places.ids().get(k);
        // One that is no longer told of earns nothing; one that is new has no place.
        returns[k] = step.returns().returns().getOrDefault(id, 0.0);
        deployed[k] = step.returns().deployed().getOrDefault(id, false);
        had[k] |= deployed[k];
      }
      returns[sleeves.cash()] = account.cashReturn();
      if (sleeves.market() > sleeves.cash()) {
        returns[sleeves.market()] = market.earned();
      }
    }
    return new EvaluatedBar(bar.time(), sleeves, returns, deployed, joined);
  }

  Earned earn(EvaluatedBar bar) {
    TrackAccount.BarResult result = own.earn(bar);
    equal.earn(bar);
    if (hold != null) {
      hold.earn(bar);
    }
    return new Earned(
        result,
        own.equity(),
        own.positionedBars() == 0 ? 0 : (double) own.gainingBars() / own.positionedBars(),
        equal.equity(),
        hold == null ? null : (Double) hold.equity());
  }

  /** What is held before the ensemble has begun, which it may go on to hold. */
  void prepare(EvaluatedBar bar) {
    published.decide(bar, new double[0]);
  }

  /** Trades where weights are due, and decides for the next bar. */
  void decide(EvaluatedBar bar, EnsembleStep step) {
    if (step.weights() != null) {
      Rebalance rebalance = step.weights().rebalance();
      if (!own.isBuilt() || Decision.valueOf(rebalance.decision()).isApplied()) {
        own.trade(inForce(rebalance));
      }
      equal.trade(equalWeight.of(had));
    }
    if (hold != null && !hold.isBuilt()) {
      double[] all = new double[places.sleeves().market() + 1];
      all[places.sleeves().market()] = 1;
      hold.trade(all);
    }
    own.decide(bar);
    equal.decide(bar);
    if (hold != null) {
      hold.decide(bar);
    }
  }

  private double[] inForce(Rebalance rebalance) {
    double[] target = new double[places.sleeves().count()];
    rebalance.weights().forEach((id, weight) -> put(target, id, weight));
    return target;
  }

  private void put(double[] target, String id, double weight) {
    int strategy = places.ids().indexOf(id);
    if (strategy >= 0) {
      target[strategy] = weight;
    } else if (id.equals(Cash.ID)) {
      target[places.sleeves().cash()] = weight;
    } else if (id.equals(ProfileSettings.MARKET) && places.sleeves().market() >= 0) {
      target[places.sleeves().market()] = weight;
    }
  }

  private List<TrackAccount> accounts() {
    return hold == null ? List.of(own, equal) : List.of(own, equal, hold);
  }

  void save(DataOutput out) throws IOException {
    for (boolean flag : had) {
      out.writeBoolean(flag);
    }
    market.save(out);
    for (Stateful book : books) {
      book.save(out);
    }
    for (TrackAccount one : accounts()) {
      one.save(out);
    }
  }

  /**
   * @param moved place now of each sleeve that was saved
   */
  void load(DataInput in, int[] moved) throws IOException {
    for (int k = 0; k < moved.length - 2; k++) {
      boolean flag = in.readBoolean();
      if (moved[k] >= 0) {
        had[moved[k]] = flag;
      }
    }
    market.load(in);
    for (Stateful book : books) {
      book.load(in);
    }
    for (TrackAccount one : accounts()) {
      one.load(in, moved);
    }
  }
}
