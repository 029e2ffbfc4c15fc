package io.mirrorcore.jobs.adjust;

import io.mirrorcore.adjust.Adjustment;
import io.mirrorcore.adjust.PriceBasis;
import io.mirrorcore.adjust.PriceBasis.Outcome;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.wire.text.NumberText;
import io.mirrorcore.market.Bar;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Goes over the bars of a file before a job does, for dividends that are not below the last close:
 * the job could do nothing with them, and the crash that they explain would be a return.
 */
public final class DividendCheck {

  private final Path file;
  private final ToLongFunction<Adjustment> from;
  private final Map<String, Symbol> symbols = new HashMap<>();

  /** One symbol's basis, its last close, and what is still to come. */
  private static final class Symbol {
    private final PriceBasis basis = new PriceBasis();
    private final Deque<KnownAdjustment> waiting;
    private double close;

    private Symbol(List<KnownAdjustment> known) {
      waiting = new ArrayDeque<>(known);
    }
  }

  /**
   * A check before the first bar.
   *
   * @param file that they are of
   * @param known adjustments, in any order
   * @param from beginning of the day of one, epoch milliseconds
   */
  public DividendCheck(Path file, List<KnownAdjustment> known, ToLongFunction<Adjustment> from) {
    this.file = file;
    this.from = from;
    known.stream()
        .map(one -> one.adjustment().symbol())
        .distinct()
        .forEach(symbol -> symbols.put(symbol, new Symbol(of(symbol, known))));
  }

  private List<KnownAdjustment> of(String symbol, List<KnownAdjustment> known) {
    return known.stream()
        .filter(one -> one.adjustment().symbol().equals(symbol))
        .sorted(Comparator.comparingLong(one -> from.applyAsLong(one.adjustment())))
        .toList();
  }

  /**
   * Takes in the next bar; those of a symbol in the order of their times.
   *
   * @throws ConfigurationException where a dividend before it is not below the last close
   */
  public void add(Bar bar) {
    Symbol symbol = symbols.get(bar.symbol());
    if (symbol == null) {
      return;
    }
    while (!symbol.waiting.isEmpty()
        && from.applyAsLong(symbol.waiting.peek().adjustment()) < bar.time()) {
      KnownAdjustment one = symbol.waiting.remove();
      long day = from.applyAsLong(one.adjustment());
      if (symbol.basis.offer(one.adjustment(), day, bar.time()) == Outcome.IMPOSSIBLE) {
        throw notBelow(one, symbol.close);
      }
    }
    symbol.basis.next(bar);
    symbol.close = bar.close();
  }

  private ConfigurationException notBelow(KnownAdjustment one, double close) {
    return new ConfigurationException(
        "%s, line %d: the dividend of %s on %s is %s, and the last close before it %s: is it of another share, or in another currency or unit? Correct the row"
            .formatted(
                file,
                one.line(),
                one.adjustment().symbol(),
                one.adjustment().date(),
                NumberText.of(one.adjustment().dividend()),
                NumberText.of(close)));
  }
}
