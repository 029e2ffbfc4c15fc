package io.mirrorcore.jobs.config.key;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Options of the live page. None of them decides anything that a job publishes. */
public final class ConsoleKeys {

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
  private static final Pattern HOSTS =
      Pattern.compile("[A-Za-z0-9.:_\\[\\]-]{1,253}(\\s*,\\s*[A-Za-z0-9.:_\\[\\]-]{1,253})*");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):[^}]+}");

  private static final List<ConfigKey<?>> IN_ORDER = new ArrayList<>();

  public static final ConfigKey<Duration> HISTORY =
      add(
          "console.history",
          ValueType.duration("1m", "3650d"),
          "24h",
          "How far back the console reads before what comes in, at most 20000 records a partition.");
  public static final ConfigKey<String> BIND =
      add(
          "console.bind",
          ValueType.text("an address of this machine", ADDRESS),
          "127.0.0.1",
          "Address that the console listens at; one that other machines reach needs console.token.");
  public static final ConfigKey<Integer> PORT =
      add(
          "console.port",
          ValueType.whole(0, 65_535),
          "7575",
          "Port that the console listens at; 0 is any that is free.");
  public static final ConfigKey<String> TOKEN =
      open(
          "console.token",
          ValueType.text("a reference, ${file:/path} or ${env:NAME}", REFERENCE),
          "Secret of at least 16 characters that opens the console; when not set, whoever reaches"
              + " console.bind may read.");
  public static final ConfigKey<String> ALLOWED_HOSTS =
      open(
          "console.hosts",
          ValueType.text("names of hosts, separated by commas", HOSTS),
          "Further names by which browsers may ask for the console, as behind a proxy; when not"
              + " set, localhost and its own addresses.");

  /** All of them in the order of a printed file. */
  public static final List<ConfigKey<?>> ALL = List.copyOf(IN_ORDER);

  private ConsoleKeys() {}

  private static <T> ConfigKey<T> add(
      String key, ValueType<T> type, String defaultText, String description) {
    ConfigKey<T> option = ConfigKey.of(key, type, defaultText, description);
    IN_ORDER.add(option);
    return option;
  }

  private static <T> ConfigKey<T> open(String key, ValueType<T> type, String description) {
    ConfigKey<T> option = ConfigKey.open(key, type, description);
    IN_ORDER.add(option);
    return option;
  }
}
