package io.mirrorcore.console.web;

import io.mirrorcore.console.state.Tree;
import io.mirrorcore.console.web.EventStream.Exchange;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;

/** All streams at once: at most so many, looked after by one clock. */
final class EventStreams {

  private final Tree tree;
  private final Limits limits;
  private final LongSupplier nanos;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

  EventStreams(Tree tree, Limits limits, LongSupplier nanos) {
    this.tree = tree;
    this.limits = limits;
    this.nanos = nanos;
  }

  /** Opens one; false where there are as many as there may be. */
  boolean open(Exchange exchange, long from) {
    EventStream stream;
    synchronized (this) {
      if (open.size() >= limits.streams()) {
        return false;
      }
      stream = new EventStream(tree, from, exchange, open::remove, nanos);
      open.add(stream);
    }
    exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    exchange.response().getHeaders().put("X-Accel-Buffering", "no"); // a proxy would keep them
    stream.iterate();
    return true;
  }

  /** Lets every stream send what is new to it. */
  void look() {
    open.forEach(stream -> stream.look(limits));
  }

  int count() {
    return open.size();
  }

  void close() {
    List.copyOf(open).forEach(EventStream::close);
  }
}
