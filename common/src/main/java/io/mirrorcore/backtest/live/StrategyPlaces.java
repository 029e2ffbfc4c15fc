package io.mirrorcore.backtest.live;

import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Where each strategy is: a backtest has them by id, a close in the order of the configuration.
 * Saved by id, since strategies come and go between two starts of a job.
 */
final class StrategyPlaces {

  private final List<String> ids;
  private final int[] columns;
  private final boolean knowsSymbols;
  private final Sleeves sleeves;

  StrategyPlaces(PortfolioBar bar) {
    List<String> order = bar.strategies();
    ids = order.stream().sorted().toList();
    columns = order.stream().mapToInt(ids::indexOf).toArray();
    knowsSymbols = bar instanceof PortfolioBar.OfSymbols;
    sleeves = new Sleeves(ids.size(), knowsSymbols ? ids.size() + 1 : hold());
  }

  /** Ids, sorted. */
  List<String> ids() {
    return ids;
  }

  /** Place by id of each strategy of a close. */
  int[] columns() {
    return columns.clone();
  }

  boolean knowsSymbols() {
    return knowsSymbols;
  }

  Sleeves sleeves() {
    return sleeves;
  }

  /** Place of the strategy HOLD, or -1. */
  int hold() {
    return ids.indexOf(ProfileSettings.MARKET);
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(ids.size());
    for (String id : ids) {
      out.writeUTF(id);
    }
    out.writeBoolean(knowsSymbols);
  }

  /** Place now of each sleeve that was saved, the strategies before cash and market; -1: gone. */
  int[] load(DataInput in) throws IOException {
    int[] places = new int[in.readInt() + 2];
    for (int k = 0; k < places.length - 2; k++) {
      places[k] = ids.indexOf(in.readUTF());
    }
    if (in.readBoolean() != knowsSymbols) {
      throw new IOException("the state of a performance is of another kind of job");
    }
    places[places.length - 2] = sleeves.cash();
    places[places.length - 1] = knowsSymbols ? sleeves.market() : -1;
    return places;
  }
}
