package io.mirrorcore.e2e;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * Looks for texts in all that this JVM logs from {@link #begin} on, exceptions included. What is
 * logged is looked at as it comes, and neither printed nor kept: how much it is depends on how long
 * a test takes.
 */
final class LogSearch extends AbstractAppender implements AutoCloseable {

  /** There is one log: who searches it locks this. */
  static final String RESOURCE = "log";

  private final List<String> texts;
  private final Map<String, String> found = new ConcurrentHashMap<>();

  private LogSearch(List<String> texts) {
    super(
        "search",
        null,
        PatternLayout.newBuilder().withPattern("%p %c %m %throwable{full}").build(),
        true,
        Property.EMPTY_ARRAY);
    this.texts = texts;
  }

  /** Looks at everything at INFO, and at what the project's own packages say at DEBUG. */
  static LogSearch begin(List<String> texts) {
    LogSearch search = new LogSearch(texts);
    search.start();
    Configuration configuration = context().getConfiguration();
    LoggerConfig root = configuration.getRootLogger();
    List.copyOf(root.getAppenders().keySet()).forEach(root::removeAppender);
    configuration.getLoggers().values().forEach(LogSearch::letAllPass);
    root.addAppender(search, Level.ALL, null);
    LoggerConfig own = new LoggerConfig("io.mirrorcore", Level.DEBUG, true);
    configuration.addLogger("io.mirrorcore", own);
    context().updateLoggers();
    return search;
  }

  /** A filter of bursts would drop what is looked for once the other tests have filled it. */
  private static void letAllPass(LoggerConfig logger) {
    logger.setLevel(Level.INFO);
    while (logger.hasFilter()) {
      logger.removeFilter(logger.getFilter());
    }
  }

  private static LoggerContext context() {
    return (LoggerContext) LogManager.getContext(false);
  }

  @Override
  public void append(LogEvent event) {
    String said = String.valueOf(toSerializable(event));
    for (String text : texts) {
      if (said.contains(text)) {
        found.putIfAbsent(text, said);
      }
    }
  }

  /** The first entry of the log with each of the texts that is in it. */
  Map<String, String> found() {
    return Map.copyOf(found);
  }

  /** Logs again as configured. */
  @Override
  public void close() {
    context().reconfigure();
  }
}
