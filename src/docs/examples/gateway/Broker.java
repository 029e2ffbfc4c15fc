/** What your broker's own client can do, as far as it is needed here. */
public interface Broker {

  /**
   * Buys (quantity above 0) or sells at the market.
   *
   * @param id of the order, chosen by the client
   */
  void market(String id, String symbol, double quantity);

  /** Takes an order back; one that is filled or unknown stays what it is. */
  void cancel(String id);

  /** Whether an order of this id was taken before, filled or not. */
  boolean knows(String id);
}
