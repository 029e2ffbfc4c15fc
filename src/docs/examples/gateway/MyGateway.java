import io.mirrorcore.paper.OrderGateway;
import io.mirrorcore.paper.PaperOrder;

/** Hands orders to a broker; an order that is handed on again, after a restart, is told by its id. */
public final class MyGateway implements OrderGateway {

  private final Broker broker;

  public MyGateway(Broker broker) {
    this.broker = broker;
  }

  @Override
  public void send(PaperOrder order) {
    if (!broker.knows(id(order))) {
      broker.market(id(order), order.symbol(), order.quantity());
    }
  }

  @Override
  public void cancel(PaperOrder order) {
    broker.cancel(id(order));
  }

  private static String id(PaperOrder order) {
    return order.portfolio() + "-" + order.order();
  }
}
