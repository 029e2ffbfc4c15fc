package io.mirrorcore.backtest.track;

import io.mirrorcore.backtest.account.Accounting;
import io.mirrorcore.backtest.account.Book;
import io.mirrorcore.backtest.account.EvaluatedBar;
import io.mirrorcore.backtest.account.FundsBook;
import io.mirrorcore.backtest.account.PositionsBook;
import io.mirrorcore.backtest.account.ReturnsBook;
import io.mirrorcore.backtest.account.Sleeves;
import io.mirrorcore.backtest.account.Stress;
import io.mirrorcore.backtest.account.StressedPositions;
import io.mirrorcore.portfolio.book.MarketSleeve;
import io.mirrorcore.portfolio.record.PortfolioBar;
import io.mirrorcore.portfolio.record.SymbolReturn;
import io.mirrorcore.portfolio.settings.BarRate;
import io.mirrorcore.portfolio.settings.PositionSettings;
import io.mirrorcore.portfolio.settings.ProfileSettings;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The bars that tracks are run over, all tracks at once: the strategies' returns, and, where the
 * symbols are known, the closes with their exposures.
 */
public final class Evaluated {

  private final ReturnTable table;
  private final Iterable<PortfolioBar> closes; // null where the symbols are not known
  private final Account account;
  private final Sleeves sleeves;
  private final double[] market;

  /**
   * How tracks keep their accounts.
   *
   * @param weightCost of trading between strategies, share of the turnover
   * @param cashReturn simple return of cash, a bar
   * @param positions how weights become what is held
   * @param bars in a day and in a year
   * @param accounting what is asked for; without symbols NETTED is OF_RETURNS
   */
  public record Account(
      double weightCost,
      double cashReturn,
      PositionSettings positions,
      BarRate bars,
      Accounting accounting)
      implements Serializable {

    /** On one book wherever the symbols are known. */
    public Account(double weightCost, double cashReturn, PositionSettings positions, BarRate bars) {
      this(weightCost, cashReturn, positions, bars, Accounting.NETTED);
    }
  }

  /**
   * @param table the strategies' returns
   * @param closes every close from the first on, in order of time, to be gone over more than once;
   *     null where the symbols are not known
   * @throws IllegalArgumentException if table and closes are not of the same bars
   */
  public Evaluated(ReturnTable table, Iterable<PortfolioBar> closes, Account account) {
    this.table = table;
    this.closes = account.accounting() == Accounting.NETTED ? closes : null;
    this.account = account;
    int strategies = table.strategies().size();
    int hold = table.strategies().indexOf(ProfileSettings.MARKET);
    sleeves = new Sleeves(strategies, this.closes == null ? hold : strategies + 1);
    market = this.closes == null ? column(hold) : marketOfCloses();
  }

  public Sleeves sleeves() {
    return sleeves;
  }

  /** Return of the market at each row of the table; empty where there is no such sleeve. */
  public double[] market() {
    return market.clone();
  }

  /** Whether what is held of each symbol is known. */
  public boolean knowsSymbols() {
    return closes != null;
  }

  /** What the tracks' returns are made of. */
  public Accounting accounting() {
    return closes == null && account.accounting() == Accounting.NETTED
        ? Accounting.OF_RETURNS
        : account.accounting();
  }

  private double[] column(int strategy) {
    double[] column = new double[strategy < 0 ? 0 : table.rows()];
    Arrays.setAll(column, row -> table.get(row, strategy));
    return column;
  }

  /** Net of its cost, as the ledger counts the strategy HOLD. */
  private double[] marketOfCloses() {
    double[] returns = new double[table.rows()];
    MarketSleeve sleeve = new MarketSleeve();
    int row = 0;
    for (PortfolioBar close : closes) {
      sleeve.join(close);
      if (row < returns.length && close.time() >= table.time(row)) {
        require(row, close);
        returns[row++] = sleeve.earned();
      }
    }
    if (row < returns.length) {
      throw new IllegalArgumentException("there must be a close at " + table.time(row));
    }
    return returns;
  }

  /** Symbols of the last close, by name; none where they are not known. */
  public List<String> symbols() {
    List<String> symbols = List.of();
    for (PortfolioBar close : closes == null ? List.<PortfolioBar>of() : closes) {
      symbols = close.symbols().stream().map(SymbolReturn::symbol).toList();
    }
    return symbols;
  }

  /**
   * Simple return of one symbol at each row of the table, as if bought and held: without cost.
   *
   * @return empty where no close has a symbol of that name
   */
  public Optional<double[]> symbol(String name) {
    double[] returns = new double[table.rows()];
    boolean found = false;
    int row = 0;
    for (PortfolioBar close : closes == null ? List.<PortfolioBar>of() : closes) {
      Optional<SymbolReturn> own =
          close.symbols().stream().filter(symbol -> symbol.symbol().equals(name)).findFirst();
      found |= own.isPresent();
      if (row < returns.length && close.time() >= table.time(row)) {
        returns[row++] = own.map(SymbolReturn::value).orElse(0.0);
      }
    }
    return found ? Optional.of(returns) : Optional.empty();
  }

  private void require(int row, PortfolioBar close) {
    if (close.time() != table.time(row)) {
      throw new IllegalArgumentException(
          "there must be a close at " + table.time(row) + "; have " + close.time());
    }
  }

  /**
   * Runs tracks over the bars after {@code start}.
   *
   * @param stresses under which each is told too; none where the symbols are not known
   */
  public List<TrackSeries> run(List<? extends TrackRule> rules, long start, List<Stress> stresses) {
    return run(rules, start, stresses, TrackWatch.NONE);
  }

  /** The same, with somebody who looks on at the first of them. */
  public List<TrackSeries> run(
      List<? extends TrackRule> rules, long start, List<Stress> stresses, TrackWatch first) {
    List<Stress> known = closes == null ? List.of() : stresses;
    List<TrackRun> runs = rules.stream().map(rule -> track(rule, start, known)).toList();
    runs.get(0).watchedBy(first);
    if (closes == null) {
      overReturns(runs, start);
    } else {
      overCloses(runs, start);
    }
    return runs.stream().map(TrackRun::series).toList();
  }

  private TrackRun track(TrackRule rule, long start, List<Stress> stresses) {
    if (rule instanceof EngineRule engine) {
      EngineTrack track = engine(engine, stresses);
      return run(track, track, start, stresses);
    }
    return run((TargetRule) rule, book(stresses), start, stresses); // there is no third kind
  }

  private TrackRun run(TargetRule rule, Book book, long start, List<Stress> stresses) {
    int length = table.rows() - table.rowsUpTo(start);
    return new TrackRun(rule, book, sleeves, account.weightCost(), length, stresses.size());
  }

  private EngineTrack engine(EngineRule rule, List<Stress> stresses) {
    return new EngineTrack(
        table.portfolio(), rule.settings(), table.strategies(), sleeves, stressed(stresses));
  }

  private List<StressedPositions> stressed(List<Stress> stresses) {
    return stresses.stream()
        .map(stress -> new StressedPositions(stress, account.bars().perYear()))
        .toList();
  }

  private Book book(List<Stress> stresses) {
    if (closes == null) {
      return accounting() == Accounting.BY_STRATEGY ? new FundsBook(sleeves) : new ReturnsBook();
    }
    List<StressedPositions> stressed = stressed(stresses);
    return new PositionsBook(columns(), account.positions().book(account.bars()), stressed);
  }

  /** Place in the table of each strategy, in the order of a close. */
  private int[] columns() {
    List<String> order = closes.iterator().next().strategies();
    return order.stream().mapToInt(table.strategies()::indexOf).toArray();
  }

  private void overReturns(List<TrackRun> runs, long start) {
    int first = table.rowsUpTo(start);
    EvaluatedBar begin = bar(start, -1, null);
    runs.forEach(run -> run.begin(begin));
    for (int row = first; row < table.rows(); row++) {
      EvaluatedBar bar = bar(table.time(row), row, null);
      runs.forEach(run -> run.close(bar));
    }
  }

  private void overCloses(List<TrackRun> runs, long start) {
    MarketSleeve sleeve = new MarketSleeve();
    int row = table.rowsUpTo(start);
    boolean begun = false;
    for (PortfolioBar close : closes) {
      PortfolioBar joined = sleeve.join(close);
      runs.forEach(run -> run.see(close, joined));
      if (close.time() < start) {
        EvaluatedBar bar = bar(close.time(), -1, joined);
        runs.forEach(run -> run.prepare(bar));
      } else if (close.time() == start) {
        EvaluatedBar bar = bar(start, -1, joined);
        runs.forEach(run -> run.begin(bar));
        begun = true;
      } else if (close.time() > start && row < table.rows()) {
        if (!begun) {
          throw new IllegalArgumentException("there must be a close at " + start);
        }
        EvaluatedBar bar = bar(close.time(), row++, joined);
        runs.forEach(run -> run.close(bar));
      }
    }
  }

  private EvaluatedBar bar(long time, int row, PortfolioBar close) {
    double[] returns = new double[sleeves.count()];
    boolean[] deployed = new boolean[sleeves.strategies()];
    if (row >= 0) {
      table.copyRow(row, returns);
      returns[sleeves.cash()] = account.cashReturn();
      if (sleeves.market() > sleeves.cash()) {
        returns[sleeves.market()] = market[row];
      }
      for (int k = 0; k < deployed.length; k++) {
        deployed[k] = table.isDeployed(row, k);
      }
    }
    return new EvaluatedBar(time, sleeves, returns, deployed, close);
  }
}
