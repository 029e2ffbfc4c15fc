package io.mirrorcore.console.web;

import io.mirrorcore.console.state.Frame;
import io.mirrorcore.console.state.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * The changes as one reader gets them, by server-sent events. Nothing is ever waiting for it but
 * the number of the last frame that it was sent: what is next is looked up when the last write has
 * gone out, and no thread waits for that. So a reader that does not read costs a socket, until it
 * is let go.
 */
final class EventStream extends IteratingCallback {

  private static final byte[] COMMENT = bytes(":\n\n");

  private final Tree tree;
  private final Exchange exchange;
  private final Consumer<EventStream> ended;
  private final LongSupplier nanos;
  private byte[] first;
  private volatile long seq;
  private volatile long lastNanos;
  private volatile boolean writing;
  private volatile boolean silent;

  /** One request with what answers it. */
  record Exchange(Request request, Response response, Callback callback) {}

  /**
   * @param seq number of the last frame that the reader has
   * @param ended told once, when the stream is over
   */
  EventStream(
      Tree tree, long seq, Exchange exchange, Consumer<EventStream> ended, LongSupplier nanos) {
    this.tree = tree;
    this.seq = seq;
    this.exchange = exchange;
    this.ended = ended;
    this.nanos = nanos;
    lastNanos = nanos.getAsLong();
    // How long to wait before coming back, and which numbers these are.
    first =
        bytes(
            "retry: 1000\nevent: hello\ndata: {\"epoch\":%d,\"seq\":%d}\n\n"
                .formatted(tree.epoch(), tree.seq()));
  }

  /** Sends what is new, unless the last write is still on its way; lets go where it is for long. */
  void look(Limits limits) {
    long waited = nanos.getAsLong() - lastNanos;
    if (writing && waited > limits.patience().toNanos()) {
      letGo();
      return;
    }
    silent = waited > limits.comment().toNanos();
    iterate();
  }

  @Override
  protected Action process() {
    byte[] next = next();
    if (next == null) {
      return Action.IDLE;
    }
    lastNanos = nanos.getAsLong();
    writing = true;
    exchange.response().write(false, ByteBuffer.wrap(next), this);
    return Action.SCHEDULED;
  }

  private byte[] next() {
    if (first != null) {
      byte[] hello = first;
      first = null;
      return hello;
    }
    Optional<Frame> frame = tree.after(seq);
    if (frame.isPresent()) {
      seq = frame.get().seq();
      return frame.get().event();
    }
    return silent ? COMMENT : null;
  }

  @Override
  protected void onSuccess() {
    writing = false;
    silent = false;
    lastNanos = nanos.getAsLong();
  }

  /** The write that it hangs on fails by it, which ends the stream. */
  private void letGo() {
    exchange
        .request()
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close(new TimeoutException("a reader has taken nothing for too long"));
  }

  @Override
  protected void onFailure(Throwable cause) {
    ended.accept(this);
    exchange.callback().failed(cause);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
