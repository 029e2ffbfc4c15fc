package io.mirrorcore.console;

import io.mirrorcore.console.feed.Feed;
import io.mirrorcore.console.panel.Panels;
import io.mirrorcore.console.state.Tree;
import io.mirrorcore.console.web.Access;
import io.mirrorcore.console.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The console as it runs: a feed that is heard, panels that are made of it, a server that shows
 * them. Three threads beside the server's: the feed's, a clock that makes frames, and one for what
 * takes long to compute.
 */
public final class Console implements AutoCloseable {

  private static final long SECOND_MS = 1_000;

  /** What was earned is computed anew at most this often, and then rests for so many times that. */
  private static final long FIGURES_MS = 250;

  private static final int REST = 20;

  private final Tree tree;
  private final Panels panels;
  private final Feed feed;
  private final WebServer web;
  private final Access access;
  private final InstantSource clock;
  private final ScheduledExecutorService frames = thread("console-clock");
  private final ScheduledExecutorService figures = thread("console-figures");
  private long second;
  private volatile FlinkHealth flink;

  private Console(Setup setup, Feed feed) {
    this.feed = feed;
    access = setup.access();
    clock = setup.clock();
    tree = new Tree(clock.millis());
    tree.put(List.of("health", "streams"), 0);
    panels = new Panels(tree, setup.panels(), clock);
    web = open(setup);
    feed.start(panels);
    setup.flink().ifPresent(url -> flink = FlinkHealth.start(url, setup.panels().job(), tree));
    Future<?> unusedFrames =
        frames.scheduleAtFixedRate(
            this::frame, 0, setup.limits().frame().toNanos(), TimeUnit.NANOSECONDS);
    Future<?> unusedFigures = figures.schedule(this::figures, FIGURES_MS, TimeUnit.MILLISECONDS);
  }

  /**
   * Opens it, and begins to listen.
   *
   * @throws ConsoleException where its address or port cannot be had
   */
  public static Console start(Setup setup, Feed feed) {
    return new Console(setup, feed);
  }

  private WebServer open(Setup setup) {
    try {
      return WebServer.start(access, tree, panels, setup.limits());
    } catch (IOException e) {
      throw new ConsoleException(
          "The console cannot listen at %s, port %d (%s); choose another console.port, or 0 for any that is free."
              .formatted(access.bind(), access.port(), reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    Throwable innermost = e;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage();
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  private void frame() {
    long now = clock.millis() / SECOND_MS;
    if (now != second) {
      second = now;
      tree.put(List.of("health", "streams"), web.streams());
      panels.tick();
    }
    tree.flush();
    web.look();
  }

  private void figures() {
    long begin = System.nanoTime();
    panels.refreshEquity();
    long rest = Math.max(FIGURES_MS, REST * (System.nanoTime() - begin) / 1_000_000);
    if (!figures.isShutdown()) {
      Future<?> unused = figures.schedule(this::figures, rest, TimeUnit.MILLISECONDS);
    }
  }

  /** Where it is, without the token. */
  public URI address() {
    return web.address();
  }

  /** Streams that are open. */
  int streams() {
    return web.streams();
  }

  /** What to open: with the token, which is in no request and no log by that. */
  public String link() {
    return access.token().map(token -> address() + "#token=" + token).orElse(address().toString());
  }

  @Override
  public void close() {
    frames.shutdownNow();
    figures.shutdownNow();
    if (flink != null) {
      flink.close();
    }
    feed.close();
    web.close();
  }
}
