package io.mirrorcore.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One strategy in the making: its symbols are entered one after the other, by name. */
final class StrategyTrack {

  private final StudySettings settings;
  private final PortfolioTrack portfolio;
  private final int strategy;
  private final Activity.Counts counts = new Activity.Counts();
  private final List<InformationSums> over = new ArrayList<>();
  private final List<InformationSums> single = new ArrayList<>();
  private final List<Sleeve> symbols = new ArrayList<>();

  /**
   * @param strategy its place in the configuration
   */
  StrategyTrack(StudySettings settings, PortfolioTrack portfolio, int strategy) {
    this.settings = settings;
    this.portfolio = portfolio;
    this.strategy = strategy;
    Horizons.OVER.forEach(h -> over.add(new InformationSums(h, h - 1, portfolio.bars())));
    Horizons.SINGLE.forEach(h -> single.add(new InformationSums(h, 0, portfolio.bars())));
  }

  /**
   * Enters a symbol.
   *
   * @param place of the strategy among those whose holdings {@code symbol} has
   */
  void add(SymbolTrack symbol, SymbolReturns returns, int place) {
    counts.add(symbol, place);
    Activity.Counts own = new Activity.Counts();
    own.add(symbol, place);
    double bars = Math.max(1, symbol.ownBars());
    symbols.add(
        new Sleeve(
            symbol.symbol(),
            symbol.ownBars(),
            own.over(bars / settings.barsPerYear(), own.heldBars() / bars),
            account(symbol, place, own.heldBars()),
            information(symbol, returns, place)));
  }

  private Account account(SymbolTrack symbol, int place, long heldBars) {
    double[] traded = symbol.traded(place);
    return Account.of(
        symbol.gross(place),
        symbol.paid(traded),
        Arrays.stream(traded).sum(),
        heldBars,
        settings.barsPerYear());
  }

  private List<InformationCoefficient> information(
      SymbolTrack symbol, SymbolReturns returns, int place) {
    double[] positions = symbol.ownPositions(place);
    double[] sorted = positions.clone();
    Arrays.sort(sorted);
    if (!Evidence.varies(sorted)) {
      return List.of();
    }
    for (int i = 0; i < single.size(); i++) {
      double[] f = returns.single(i);
      single.get(i).add(returns.closes(), ranked(positions, f.length), f);
    }
    List<InformationCoefficient> alone = new ArrayList<>();
    for (int i = 0; i < over.size(); i++) {
      double[] f = returns.over(i);
      double[] x = ranked(positions, f.length);
      over.get(i).add(returns.closes(), x, f);
      alone(Horizons.OVER.get(i), x, f).ifPresent(alone::add);
    }
    return alone;
  }

  private static Optional<InformationCoefficient> alone(int bars, double[] x, double[] f) {
    int[] closes = new int[f.length];
    Arrays.setAll(closes, t -> t);
    InformationSums sums = new InformationSums(bars, bars - 1, f.length);
    sums.add(closes, x, f);
    return sums.result();
  }

  private static double[] ranked(double[] positions, int length) {
    return MidRanks.standardised(Arrays.copyOf(positions, length));
  }

  StrategyStudy study() {
    List<InformationCoefficient> decay = results(single);
    return new StrategyStudy(
        settings.strategies().get(strategy),
        new Sleeve(
            null,
            portfolio.bars(),
            counts.over(portfolio.years(), portfolio.deployed(strategy)),
            portfolio.account(strategy),
            results(over)),
        portfolio.regimes(strategy),
        decay,
        StrategyStudy.halfLife(decay),
        symbols);
  }

  private static List<InformationCoefficient> results(List<InformationSums> sums) {
    return sums.stream().map(InformationSums::result).flatMap(Optional::stream).toList();
  }
}
