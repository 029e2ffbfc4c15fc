package io.mirrorcore.paper;

/**
 * Where orders go. {@link SimulatedVenue} is the one of paper trading; a real one hands them to a
 * broker's interface, and publishes what that reports as the simulated one does: as {@link
 * PaperFill}s of the order's number, a whole order at a time.
 *
 * <p>Both methods may be called again with an order that was handed on before, after a restart: the
 * order's number is what a real gateway tells copies by.
 */
public interface OrderGateway {

  /** Hands on a new order; there is at most one open order of a symbol. */
  void send(PaperOrder order);

  /** Takes back an order that is not filled; one that is filled by now stays so. */
  void cancel(PaperOrder order);
}
