package io.mirrorcore.e2e;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * Capture of everything that this JVM logs from {@link #begin} on, exceptions included, instead of
 * printing it.
 */
final class LogCapture extends AbstractAppender implements AutoCloseable {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private LogCapture() {
    super(
        "capture",
        null,
        PatternLayout.newBuilder().withPattern("%p %c %m %throwable{full}").build(),
        true,
        Property.EMPTY_ARRAY);
  }

  /** Takes everything at INFO, and what the project's own packages say at DEBUG. */
  static LogCapture begin() {
    LogCapture capture = new LogCapture();
    capture.start();
    Configuration configuration = context().getConfiguration();
    LoggerConfig root = configuration.getRootLogger();
    List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
    configuration.getLoggers().values().forEach(logger -> logger.setLevel(Level.INFO));
    root.addAppender(capture, Level.ALL, null);
    LoggerConfig own = new LoggerConfig("io.mirrorcore", Level.DEBUG, true);
    configuration.addLogger("io.mirrorcore", own);
    context().updateLoggers();
    return capture;
  }

  private static LoggerContext context() {
    return (LoggerContext) LogManager.getContext(false);
  }

  @Override
  public void append(LogEvent event) {
    lines.add(String.valueOf(toSerializable(event)));
  }

  String text() {
    return String.join("\n", lines);
  }

  /** Logs again as configured. */
  @Override
  public void close() {
    context().reconfigure();
  }
}
