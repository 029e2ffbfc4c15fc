package io.mirrorcore.console;

import io.mirrorcore.console.feed.Feed;
import io.mirrorcore.console.feed.Heard;
import io.mirrorcore.console.feed.InputEnd;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.json.Json;
import java.util.List;
import java.util.Map;

/** A feed that says what a test tells it to, at once and in the test's own thread. */
public final class CannedFeed implements Feed {

  private volatile Listener listener;
  private long bars;

  @Override
  public void start(Listener newListener) {
    listener = newListener;
  }

  @Override
  public void close() {
    // nothing is open
  }

  /** A record of an output, stamped and heard now. */
  public void push(Topic topic, Object record) {
    push(topic, Json.encode(record));
  }

  /** Bytes of an output, which may be of no record at all. */
  public void push(Topic topic, byte[] bytes) {
    long now = System.currentTimeMillis();
    listener.heard(List.of(new Heard(topic, now, now, bytes)));
  }

  /** Bars that came in, stamped now. */
  public void prices(int newBars) {
    bars += newBars;
    listener.inputs(Map.of("prices", new InputEnd(bars, System.currentTimeMillis())));
  }

  /** How much of the history has been read; 1 ends it. */
  public void read(double share) {
    listener.read(share);
  }

  /** Kafka is gone. */
  public void lose(String why) {
    listener.lost(why);
  }

  /** Kafka is there again. */
  public void find() {
    listener.back();
  }
}
