package io.mirrorcore.jobs.config.key;

import com.fasterxml.jackson.core.io.NumberOutput;
import io.mirrorcore.regime.Cadence;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.TextParameter;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the value of an option is read, checked and written.
 *
 * @param allowed what may stand there, in words that follow "must be"
 * @param parse from the text in the file; empty when it is not allowed
 * @param print back to text that {@code parse} reads
 */
public record ValueType<T>(
    String allowed, Function<List<String>, Optional<T>> parse, Function<T, List<String>> print) {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final Pattern REAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

  /** A type of one value, as opposed to a list. */
  public static <T> ValueType<T> of(
      String allowed, Function<String, T> parse, Predicate<T> rule, Function<T, String> print) {
    return new ValueType<>(
        allowed,
        texts -> texts.size() == 1 ? tried(parse, texts.get(0)).filter(rule) : Optional.empty(),
        value -> List.of(print.apply(value)));
  }

  private static <T> Optional<T> tried(Function<String, T> parse, String text) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty(); // the caller says what is allowed, with key and value
    }
  }

  public static ValueType<Integer> whole(int min, int max) {
    return of(
        "a whole number in [" + min + ", " + max + "]",
        text -> Math.toIntExact(wholeOf(text)),
        value -> value >= min && value <= max,
        String::valueOf);
  }

  private static long wholeOf(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException(text + " is no whole number");
    }
    long value = Long.parseLong(text);
    return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  /** A number in [min, max]. */
  public static ValueType<Double> real(double min, double max) {
    return real("[", min, max, value -> value >= min && value <= max);
  }

  /** A number in (min, max]. */
  public static ValueType<Double> above(double min, double max) {
    return real("(", min, max, value -> value > min && value <= max);
  }

  private static ValueType<Double> real(
      String bracket, double min, double max, Predicate<Double> rule) {
    return of(
        "a number in " + bracket + text(min) + ", " + text(max) + "]",
        ValueType::realOf,
        rule,
        ValueType::text);
  }

  /** What a parameter of a strategy allows. */
  public static ValueType<Double> number(Parameter parameter) {
    return of(parameter.allowed(), ValueType::realOf, parameter::allows, ValueType::text);
  }

  /** What a parameter of a strategy allows that is no number. */
  public static ValueType<List<String>> texts(TextParameter parameter) {
    return new ValueType<>(
        parameter.allowed(),
        texts ->
            Optional.of(texts.stream().flatMap(ValueType::split).toList())
                .filter(parameter::allows),
        texts -> texts);
  }

  private static double realOf(String text) {
    if (!REAL.matcher(text).matches()) {
      throw new IllegalArgumentException(text + " is no number");
    }
    return Double.parseDouble(text);
  }

  /** As a person would write it, the same on every JDK: 0.0002, 1e-5, 1000000. */
  public static String text(double value) {
    String shortest = NumberOutput.toString(value, true);
    double size = Math.abs(value);
    return size == 0 || (size >= 1e-4 && size < 1e12)
        ? new BigDecimal(shortest).stripTrailingZeros().toPlainString()
        : shortest.replace(".0E", "E").replace('E', 'e');
  }

  public static ValueType<Duration> duration(String min, String max) {
    Duration least = DurationText.parse(min);
    Duration greatest = DurationText.parse(max);
    return of(
        "a duration from " + min + " to " + max + " (a whole number with ms, s, m, h or d)",
        DurationText::parse,
        value -> value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0,
        DurationText::format);
  }

  /** A part of a day, or zero for bar: every bar is a period. */
  public static ValueType<Duration> period() {
    Duration day = Duration.ofDays(1);
    return of(
        "bar, or a duration from 1s to 1d that divides a day",
        text -> text.equals("bar") ? Duration.ZERO : DurationText.parse(text),
        value ->
            value.isZero()
                || (value.compareTo(Duration.ofSeconds(1)) >= 0
                    && value.compareTo(day) <= 0
                    && day.toMillis() % value.toMillis() == 0),
        value -> value.isZero() ? "bar" : DurationText.format(value));
  }

  public static ValueType<Cadence> cadence() {
    return of(
        "a duration above 0 like 7d, or a number of periods like 30 bars",
        Cadence::parse,
        value -> true,
        Cadence::toString);
  }

  public static ValueType<Boolean> bool() {
    return word(List.of("true", "false")).map(Boolean::valueOf, String::valueOf);
  }

  public static ValueType<LocalTime> timeOfDay() {
    return of("a time of day like 16:00", LocalTime::parse, value -> true, LocalTime::toString);
  }

  public static ValueType<ZoneId> zone() {
    return of("a time zone like America/New_York or UTC", ZoneId::of, value -> true, ZoneId::getId);
  }

  /** Text that matches a pattern which {@code allowed} states in words. */
  public static ValueType<String> text(String allowed, Pattern pattern) {
    return of(allowed, text -> text, text -> pattern.matcher(text).matches(), text -> text);
  }

  /** Paths of files, each once; none where there is nothing between the commas. */
  public static ValueType<List<String>> paths() {
    return new ValueType<>(
        "a list of paths, each once",
        texts -> {
          List<String> paths = texts.stream().flatMap(ValueType::split).toList();
          return paths.equals(List.of(""))
              ? Optional.of(List.of())
              : Optional.of(paths)
                  .filter(p -> p.stream().allMatch(ValueType::isPath))
                  .filter(p -> p.stream().distinct().count() == p.size());
        },
        paths -> paths);
  }

  /** One or more numbers in [min, max], each once. */
  public static ValueType<List<Double>> reals(double min, double max) {
    ValueType<Double> one = real(min, max);
    return new ValueType<>(
        "a list of numbers in [" + text(min) + ", " + text(max) + "], each once",
        texts -> each(one, texts),
        values -> values.stream().map(ValueType::text).toList());
  }

  /** Ids of strategies, each once; none where there is nothing between the commas. */
  public static ValueType<List<String>> names() {
    return new ValueType<>(
        "a list of ids of strategies, each once",
        texts -> {
          List<String> names = texts.stream().flatMap(ValueType::split).toList();
          return names.equals(List.of(""))
              ? Optional.of(List.of())
              : Optional.of(names)
                  .filter(all -> all.stream().allMatch(name -> ID.matcher(name).matches()))
                  .filter(all -> all.stream().distinct().count() == all.size());
        },
        names -> names);
  }

  private static boolean isPath(String text) {
    try {
      return !text.isEmpty() && !Path.of(text).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false; // a null character, say
    }
  }

  public static ValueType<String> word(List<String> words) {
    String allowed = words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
    return of(allowed, text -> text, words::contains, text -> text);
  }

  public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
    return choice(List.of(type.getEnumConstants()));
  }

  private static <E extends Enum<E>> ValueType<E> choice(List<E> constants) {
    return word(constants.stream().map(Choices::word).toList())
        .map(word -> constant(constants, word), Choices::word);
  }

  /** One of some objects, each written by a name of its own. */
  public static <T> ValueType<T> named(List<T> all, Function<T, String> name) {
    return word(all.stream().map(name).toList())
        .map(
            word -> all.stream().filter(one -> name.apply(one).equals(word)).findFirst().get(),
            name);
  }

  /** One or more of the constants, each once. */
  public static <E extends Enum<E>> ValueType<List<E>> choices(List<E> constants) {
    ValueType<E> one = choice(constants);
    return new ValueType<>(
        "a list with some of "
            + constants.stream().map(Choices::word).collect(Collectors.joining(", "))
            + ", each once",
        texts -> each(one, texts),
        values -> values.stream().map(Choices::word).toList());
  }

  /** One or more values of a type, each once. */
  public static <E> ValueType<List<E>> listOf(String allowed, ValueType<E> one) {
    return new ValueType<>(
        allowed,
        texts -> each(one, texts),
        values -> values.stream().flatMap(value -> one.print().apply(value).stream()).toList());
  }

  /** A list may also be written as one text with commas: on a command line there are no lists. */
  public static Stream<String> split(String text) {
    return COMMA.splitAsStream(text.strip());
  }

  private static <E> Optional<List<E>> each(ValueType<E> one, List<String> texts) {
    List<E> values = new ArrayList<>();
    for (String text : texts.stream().flatMap(ValueType::split).toList()) {
      Optional<E> value = one.parse().apply(List.of(text));
      if (value.isEmpty() || values.contains(value.get())) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(values));
  }

  private static <E extends Enum<E>> E constant(List<E> constants, String word) {
    return constants.stream()
        .filter(constant -> Choices.word(constant).equals(word))
        .findFirst()
        .orElseThrow();
  }

  private <U> ValueType<U> map(Function<T, U> there, Function<U, T> back) {
    return new ValueType<>(
        allowed, texts -> parse.apply(texts).map(there), value -> print.apply(back.apply(value)));
  }
}
