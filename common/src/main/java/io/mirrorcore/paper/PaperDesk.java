package io.mirrorcore.paper;

import io.mirrorcore.paper.PaperControl.Action;
import io.mirrorcore.paper.PaperControl.Origin;
import io.mirrorcore.paper.PaperOrder.State;
import io.mirrorcore.portfolio.record.TargetPositions;
import io.mirrorcore.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;

/**
 * Paper trading of one portfolio, in the order of event time. At each time prices meet the orders
 * that were open before, then positions are traded to, then the kill switch takes effect.
 *
 * <p>Positions at T are known later than prices after T: so nothing later than the newest positions
 * is processed before newer ones, or the end, are there. That makes what comes out the same
 * whichever topic is read faster.
 *
 * <p>Five accounts are kept, each with one thing more as it really is: the differences between them
 * say what made the gap between the backtest's account and the real one, to the last digit.
 */
public final class PaperDesk implements Stateful {

  private static final long NEVER = Long.MIN_VALUE;

  private final String portfolio;
  private final PaperSettings settings;
  private final PaperQueue queue = new PaperQueue();
  private final PaperBook ideal;
  private final PaperBook delayed;
  private final PaperBook charged;
  private final PaperBook rounded;
  private final PaperBook actual;
  private final EnumSet<Origin> haltedBy = EnumSet.noneOf(Origin.class);
  private long processed = NEVER;
  private long newestPositions = NEVER;

  public PaperDesk(String portfolio, PaperSettings settings) {
    this.portfolio = portfolio;
    this.settings = settings;
    ideal = new PaperBook(settings.ideal());
    delayed = new PaperBook(settings.delayed());
    charged = new PaperBook(settings.charged());
    rounded = new PaperBook(settings.rounded());
    actual = new PaperBook(settings);
  }

  private List<PaperBook> books() {
    return List.of(ideal, delayed, charged, rounded, actual);
  }

  /**
   * Lets a price wait for its turn.
   *
   * @return whether it will have one: not if its time has been processed
   */
  public boolean add(PaperPrice price) {
    return price.time() > processed && queue.add(price);
  }

  /**
   * Lets positions wait for their turn.
   *
   * @return whether they will have one: not if they are not newer than the newest before
   */
  public boolean add(TargetPositions positions) {
    if (positions.time() <= Math.max(processed, newestPositions)) {
      return false;
    }
    newestPositions = positions.time();
    return queue.add(positions);
  }

  /** Lets a switch that took effect in an earlier run wait for its turn. */
  public boolean add(PaperControl effect) {
    return effect.time() > processed && queue.add(effect);
  }

  /** Whether prices and positions wait that no later positions have followed yet. */
  public boolean isWaiting() {
    return !queue.isEmpty();
  }

  /**
   * Processes what waits, in order.
   *
   * @param complete time up to which no more prices come, epoch milliseconds
   * @param ended whether no more positions come either
   */
  public PaperTape advance(long complete, boolean ended) {
    PaperTape tape = new PaperTape();
    long until = ended ? complete : Math.min(complete, newestPositions);
    while (queue.hasUpTo(until)) {
      PaperQueue.Moment moment = queue.take();
      processed = moment.time();
      moment.prices().forEach(price -> meet(price, tape));
      moment.positions().forEach(positions -> follow(positions, tape));
      moment.controls().forEach(control -> obey(control.action(), control.by(), tape));
    }
    return tape;
  }

  private void meet(PaperPrice price, PaperTape tape) {
    shadows().forEach(book -> book.onPrice(price, new PaperTape()));
    actual.onPrice(price, tape);
  }

  private List<PaperBook> shadows() {
    return List.of(ideal, delayed, charged, rounded);
  }

  private void follow(TargetPositions positions, PaperTape tape) {
    books().forEach(book -> book.mark(positions.prices()));
    tape.accounts().add(account(positions.time()));
    shadows().forEach(book -> book.follow(positions, false, new PaperTape()));
    actual.follow(positions, isHalted(), tape);
  }

  /** Whether the kill switch is on. */
  public boolean isHalted() {
    return !haltedBy.isEmpty();
  }

  /**
   * Turns the kill switch, at once. Where that changes nothing nothing is told.
   *
   * @param by who asks
   */
  public PaperTape turn(Action action, Origin by) {
    PaperTape tape = new PaperTape();
    obey(action, by, tape);
    return tape;
  }

  private void obey(Action action, Origin by, PaperTape tape) {
    boolean changes = action == Action.HALT ? haltedBy.add(by) : haltedBy.remove(by);
    if (!changes) {
      return;
    }
    long since = processed == NEVER ? 0 : processed;
    tape.controls().add(new PaperControl(portfolio, action, since, by));
    if (action == Action.HALT) {
      actual.cancel(since, State.HALTED, tape);
    }
  }

  private PaperAccount account(long time) {
    double capital = settings.capital();
    PaperAccount.Gap gap =
        new PaperAccount.Gap(
            delayed.equity() - ideal.equity(),
            charged.equity() - delayed.equity(),
            rounded.equity() - charged.equity(),
            actual.equity() - rounded.equity());
    return new PaperAccount(
        portfolio,
        time,
        actual.cash(),
        actual.holdings(),
        actual.equity(),
        actual.equity() - capital,
        ideal.equity() - capital,
        gap,
        actual.costs(),
        actual.slippage(),
        isHalted());
  }

  @Override
  public void save(DataOutput out) throws IOException {
    queue.save(out);
    for (PaperBook book : books()) {
      book.save(out);
    }
    out.writeInt(haltedBy.size());
    for (Origin by : haltedBy) {
      out.writeUTF(by.name());
    }
    out.writeLong(processed);
    out.writeLong(newestPositions);
  }

  @Override
  public void load(DataInput in) throws IOException {
    queue.load(in);
    for (PaperBook book : books()) {
      book.load(in);
    }
    haltedBy.clear();
    for (int left = in.readInt(); left > 0; left--) {
      haltedBy.add(Origin.valueOf(in.readUTF()));
    }
    processed = in.readLong();
    newestPositions = in.readLong();
  }
}
