package io.mirrorcore.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Judges every strategy by itself: first all symbols together in one pass over the bars, then
 * symbol by symbol in as many passes as memory asks for. Memory grows with bars times strategies
 * (what a backtest keeps, too) and does not grow with the number of symbols.
 */
public final class Study {

  /** Sums of a coefficient by close: two numbers for each horizon. */
  private static final int CELLS_A_CLOSE = 2 * (Horizons.OVER.size() + Horizons.SINGLE.size());

  /** A symbol's own numbers at a close, besides what strategies held. */
  private static final int CELLS_A_BAR = 4;

  private final StudySettings settings;
  private final Iterable<StudyBar> bars;
  private final DoubleConsumer progress;
  private final PortfolioTrack portfolio;
  private final List<StrategyStudy> studies = new ArrayList<>();

  private Study(StudySettings settings, Iterable<StudyBar> bars, DoubleConsumer progress) {
    this.settings = settings;
    this.bars = bars;
    this.progress = progress;
    portfolio = PortfolioTrack.of(settings, bars);
  }

  /**
   * Makes a study.
   *
   * @param bars of one portfolio, in order of time; gone through more than once
   * @param progress is told what share of the work is done, in (0, 1]
   */
  public static StudyResult of(
      StudySettings settings, Iterable<StudyBar> bars, DoubleConsumer progress) {
    return new Study(settings, bars, progress).result();
  }

  private StudyResult result() {
    int n = settings.strategies().size();
    int room =
        (int) Math.max(1, settings.cells() / (CELLS_A_CLOSE * Math.max(1L, portfolio.bars())));
    for (int first = 0; first < n; first += room) {
      study(IntStream.range(first, Math.min(n, first + room)).toArray());
    }
    int[] correlated = portfolio.correlated();
    return new StudyResult(
        portfolio.from(),
        portfolio.to(),
        portfolio.bars(),
        settings.barsPerYear(),
        List.copyOf(portfolio.symbols().keySet()),
        studies,
        IntStream.of(correlated).mapToObj(settings.strategies()::get).toList(),
        portfolio.correlations(correlated));
  }

  private void study(int[] chosen) {
    List<StrategyTrack> tracks =
        IntStream.of(chosen).mapToObj(k -> new StrategyTrack(settings, portfolio, k)).toList();
    List<List<String>> tiles = tiles(chosen.length);
    for (int tile = 0; tile < tiles.size(); tile++) {
      for (SymbolTrack symbol : read(tiles.get(tile), chosen)) {
        SymbolReturns returns = new SymbolReturns(symbol);
        for (int k = 0; k < chosen.length; k++) {
          tracks.get(k).add(symbol, returns, k);
        }
      }
      progress.accept(
          (studies.size() + chosen.length * (tile + 1.0) / tiles.size())
              / settings.strategies().size());
    }
    tracks.forEach(track -> studies.add(track.study()));
  }

  /** Symbols that fit into memory together; each one alone where it must be. */
  private List<List<String>> tiles(int strategies) {
    List<List<String>> tiles = new ArrayList<>();
    long left = 0;
    for (Map.Entry<String, Integer> symbol : portfolio.symbols().entrySet()) {
      long cells = (long) symbol.getValue() * (strategies + CELLS_A_BAR);
      if (tiles.isEmpty() || cells > left) {
        tiles.add(new ArrayList<>());
        left = settings.cells();
      }
      tiles.get(tiles.size() - 1).add(symbol.getKey());
      left -= cells;
    }
    return tiles;
  }

  private List<SymbolTrack> read(List<String> symbols, int[] chosen) {
    Map<String, SymbolTrack> tracks = new TreeMap<>();
    for (String symbol : symbols) {
      tracks.put(symbol, new SymbolTrack(symbol, portfolio.symbols().get(symbol), chosen.length));
    }
    int close = 0;
    for (StudyBar bar : bars) {
      for (StudyBar.Holding holding : bar.symbols()) {
        SymbolTrack track = tracks.get(holding.symbol());
        if (track != null) {
          track.add(close, holding, chosen);
        }
      }
      close++;
    }
    return List.copyOf(tracks.values());
  }
}
