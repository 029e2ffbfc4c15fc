package io.mirrorcore.paper;

/**
 * The kill switch of a portfolio. A request is written by people, without time and origin; the job
 * that obeys writes down when it did, with both, so that a replay does the same at the same point.
 *
 * @param portfolio name of the portfolio
 * @param action what is asked for
 * @param time last close that was still traded to before it took effect, epoch milliseconds, 0
 *     where there was none; null in a request
 * @param by who asked; null in a request
 */
public record PaperControl(String portfolio, Action action, Long time, Origin by) {

  /** What can be asked for. */
  public enum Action {
    /** Open orders are taken back, and none are sent any more; what is held stays. */
    HALT,
    /** Orders are sent again, from the next close on. */
    RESUME
  }

  /** Where a request came from; a portfolio trades when neither has halted it. */
  public enum Origin {
    /** The topic. */
    TOPIC,
    /** The file {@code paper.kill-file}, by being there. */
    FILE
  }

  /** Whether it asks, and does not tell; no getter, which would become a field of the topic. */
  public boolean asks() {
    return by == null;
  }
}
