package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.key.BacktestKeys;
import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.ConfigKeys;
import io.mirrorcore.jobs.config.key.ConsoleKeys;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.FormatKeys;
import io.mirrorcore.jobs.config.key.GroupKeys;
import io.mirrorcore.jobs.config.key.OptionTermKeys;
import io.mirrorcore.jobs.config.key.PaperKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.SessionKeys;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.key.SymbolKeys;
import io.mirrorcore.jobs.config.key.ValueType;
import io.mirrorcore.jobs.config.secret.KafkaKeys;
import io.mirrorcore.jobs.config.secret.UrlSecrets;
import io.mirrorcore.portfolio.settings.WeightLimits;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.TextParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes settings as the YAML file that gives them: every option with its value, and what it means
 * in a comment. Made from the same constants as the checks, so it cannot be out of date.
 */
final class SettingsPrinter {

  private static final String HEADER =
      """
      # Every option with its value. What may be a secret is shown as ******; write them as ${env:NAME} or
      # ${file:/path} and they are read when a connection is made.
      """;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9./][A-Za-z0-9._/+-]*( bars)?");

  private final Settings settings;
  private final StringBuilder text = new StringBuilder(HEADER);
  private List<String> open = List.of();

  private SettingsPrinter(Settings settings) {
    this.settings = settings;
  }

  static String print(Settings settings) {
    SettingsPrinter printer = new SettingsPrinter(settings);
    printer.options(PipelineKeys.ALL);
    printer.optionTerms();
    printer.portfolios();
    printer.sessions();
    printer.symbols();
    printer.options(StrategyKeys.ALL);
    printer.strategies();
    printer.options(EnsembleKeys.ALL);
    printer.options(BacktestKeys.ALL);
    printer.options(ConsoleKeys.ALL);
    printer.options(PaperKeys.ALL);
    printer.options(FormatKeys.ALL);
    return printer.text.toString();
  }

  /** One line a key, sorted. */
  static String given(Map<String, Entry> set) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(set)
        .forEach(
            (key, entry) -> {
              List<String> texts =
                  key.startsWith(KafkaKeys.PREFIX)
                      ? entry.texts().stream().map(value -> kafka(key, value)).toList()
                      : entry.texts();
              text.append(scalar(key)).append(": ");
              text.append(texts.isEmpty() ? "[]" : flow(texts)).append('\n');
            });
    return text.toString();
  }

  private void options(List<ConfigKey<?>> options) {
    for (ConfigKey<?> option : options) {
      if (option == EnsembleKeys.RETURNS_COST) {
        costs();
      } else {
        option(option);
      }
      if (option == EnsembleKeys.OBJECTIVE) {
        groups();
      }
      if (option == PipelineKeys.BOOTSTRAP_SERVERS) {
        kafka();
      }
    }
  }

  private <T> void option(ConfigKey<T> option) {
    boolean kafka = option.key().startsWith(KafkaKeys.PREFIX);
    List<String> path = path(option.key(), kafka ? 2 : Integer.MAX_VALUE);
    comment(path, option.description());
    comment(path, allowed(option.defaultText(), option.allowed()));
    settings
        .find(option)
        .ifPresentOrElse(
            value -> line(path, flow(option.print(value))),
            () -> comment(path, path.get(path.size() - 1) + ":"));
  }

  private static String kafka(String key, String value) {
    return KafkaKeys.shown(key.substring(KafkaKeys.PREFIX.length()), value);
  }

  private void kafka() {
    settings
        .kafka()
        .forEach(
            (name, value) -> {
              String key = KafkaKeys.PREFIX + name;
              if (ConfigKeys.of(key) == null) {
                line(path(key, 2), scalar(KafkaKeys.shown(name, value)));
              }
            });
  }

  private void portfolios() {
    settings
        .under(SettingsReader.PORTFOLIOS)
        .forEach(
            (name, value) -> {
              List<String> path = path(SettingsReader.PORTFOLIOS + name, Integer.MAX_VALUE);
              if (open.isEmpty() || !open.get(0).equals("portfolios")) {
                comment(
                    path.subList(0, 2),
                    "Symbols of each portfolio, or patterns with * and ?; default *. Or a section:"
                        + " symbols, sectors (lists of symbols by name; strategies.CORRELATION_MATRIX reads them),"
                        + " and ensemble, regimes, alerts, positions of it alone.");
              }
              line(path, own(PortfolioSections.inside(SettingsReader.PORTFOLIOS + name), value));
            });
  }

  @SuppressWarnings("unchecked") // the option itself made the value
  private static <T> String own(String key, Object value) {
    ConfigKey<T> option = (ConfigKey<T>) ConfigKeys.of(key);
    if (option != null) {
      return flow(option.print((T) value));
    }
    return value instanceof List<?> texts ? list(texts) : scalar(ValueType.text((Double) value));
  }

  private void sessions() {
    List<String> above = List.of("sessions");
    comment(above, "When markets are open: under sessions.PATTERN one of these, or these keys:");
    for (ConfigKey<?> option : SessionKeys.EACH) {
      comment(above, option.key() + ": " + option.description());
      comment(above, "  " + allowed(option.defaultText(), option.allowed()));
    }
    settings.under(SessionKeys.PREFIX).keySet().forEach(this::session);
  }

  private void optionTerms() {
    List<String> above = List.of("options", "");
    comment(above, "What the options on some symbols are like, under options.PATTERN these keys:");
    for (ConfigKey<?> option : OptionTermKeys.EACH) {
      comment(above, option.key() + ": " + option.description());
      comment(above, "  " + allowed(option.defaultText(), option.allowed()));
    }
    settings.under(OptionTermKeys.PREFIX).keySet().stream()
        .filter(rest -> DeclaredOptions.isOfPattern(OptionTermKeys.PREFIX + rest))
        .forEach(this::optionTerm);
  }

  private void optionTerm(String rest) {
    ConfigKey<?> option = DeclaredOptions.EACH.option(rest).orElseThrow();
    line(
        List.of("options", DeclaredOptions.EACH.pattern(rest), option.key()),
        flow(texts(option, OptionTermKeys.PREFIX + rest)));
  }

  private void symbols() {
    List<String> above = List.of("symbols");
    comment(above, "What some symbols are like: under symbols.PATTERN these keys:");
    for (ConfigKey<?> option : SymbolKeys.EACH) {
      comment(above, option.key() + ": " + option.description());
      comment(above, "  " + allowed(option.defaultText(), option.allowed()));
    }
    settings.under(SymbolKeys.PREFIX).keySet().forEach(this::symbol);
  }

  private void symbol(String rest) {
    ConfigKey<?> option = DeclaredSymbols.EACH.option(rest).orElseThrow();
    line(
        List.of("symbols", DeclaredSymbols.EACH.pattern(rest), option.key()),
        flow(texts(option, SymbolKeys.PREFIX + rest)));
  }

  private void session(String rest) {
    Optional<ConfigKey<?>> option = DeclaredSessions.option(rest);
    String pattern = DeclaredSessions.pattern(rest);
    List<String> path =
        option.isPresent()
            ? List.of("sessions", pattern, option.get().key())
            : List.of("sessions", pattern);
    line(path, flow(texts(option.orElse(SessionKeys.MARKET), SessionKeys.PREFIX + rest)));
  }

  @SuppressWarnings("unchecked") // the option itself made the value
  private <T> List<String> texts(ConfigKey<T> option, String key) {
    return option.print((T) settings.value(key));
  }

  private void costs() {
    ConfigKey<Double> cost = EnsembleKeys.RETURNS_COST;
    Map<String, Object> byPattern = new TreeMap<>(settings.under(SettingsReader.COSTS));
    if (byPattern.isEmpty()) {
      option(cost);
      return;
    }
    byPattern.put("*", settings.get(cost));
    List<String> parent = path(cost.key(), 2);
    comment(parent, cost.description());
    comment(parent, allowed(cost.defaultText(), cost.allowed()));
    byPattern.forEach(
        (pattern, value) ->
            line(List.of("returns", "cost", pattern), ValueType.text((Double) value)));
  }

  private void strategies() {
    comment(
        List.of("strategies", ""),
        "Each has enabled, min-weight (0), max-weight (1), risk-budget (1) and its own parameters.");
    for (Strategy strategy : settings.available()) {
      StrategyKeys.EACH.forEach(option -> ofEach(strategy, option));
      for (Parameter parameter : settings.parametersOf(strategy)) {
        List<String> path = path(SettingsReader.key(strategy, parameter.name()), 3);
        comment(path, parameter.description());
        comment(path, allowed(parameter.defaultText(), parameter.allowed()));
        line(path, ValueType.text((Double) settings.value(String.join(".", path))));
      }
      for (TextParameter parameter : settings.textParametersOf(strategy)) {
        List<String> path = path(SettingsReader.key(strategy, parameter.name()), 3);
        comment(path, parameter.description());
        comment(path, allowed(parameter.defaultText(), parameter.allowed()));
        List<?> texts = (List<?>) settings.value(String.join(".", path));
        line(path, parameter.choices().isEmpty() ? list(texts) : scalar(texts.get(0).toString()));
      }
    }
  }

  /** Whether it runs is always told; the rest, the same for all of them, where it was set. */
  private <T> void ofEach(Strategy strategy, ConfigKey<T> option) {
    String key = SettingsReader.key(strategy, option.key());
    if (option == StrategyKeys.ENABLED) {
      comment(path(key, 3), option.description() + " Default " + strategy.enabledByDefault() + ".");
      line(path(key, 3), String.valueOf(settings.value(key)));
    } else if (settings.isSet(key)) {
      value(path(key, 3), option, key);
    }
  }

  private void groups() {
    comment(
        List.of("ensemble", "groups"),
        "Under groups.NAME a list of strategies and the cap that their weights together have.");
    for (WeightLimits.Group group : settings.limits().groups()) {
      for (ConfigKey<?> option : GroupKeys.EACH) {
        String key = GroupKeys.PREFIX + group.name() + "." + option.key();
        if (settings.isSet(key)) {
          value(path(key, 4), option, key);
        }
      }
    }
  }

  private <T> void value(List<String> path, ConfigKey<T> option, String key) {
    comment(path, option.description());
    comment(path, allowed(option.defaultText(), option.allowed()));
    List<String> texts = texts(option, key);
    line(path, option == GroupKeys.STRATEGIES ? list(texts) : flow(texts));
  }

  private static List<String> path(String key, int parts) {
    List<String> path = new ArrayList<>();
    String rest = key;
    for (int dot = rest.indexOf('.');
        dot >= 0 && path.size() < parts - 1;
        dot = rest.indexOf('.')) {
      path.add(rest.substring(0, dot));
      rest = rest.substring(dot + 1);
    }
    path.add(rest);
    return path;
  }

  private void comment(List<String> path, String comment) {
    enter(path);
    indent(path.size() - 1).append("# ").append(comment).append('\n');
  }

  private void line(List<String> path, String value) {
    enter(path);
    indent(path.size() - 1)
        .append(scalar(path.get(path.size() - 1)))
        .append(": ")
        .append(value)
        .append('\n');
  }

  /** Opens the sections of {@code path} that are not open yet. */
  private void enter(List<String> path) {
    List<String> sections = path.subList(0, path.size() - 1);
    int same = 0;
    while (same < Math.min(open.size(), sections.size())
        && open.get(same).equals(sections.get(same))) {
      same++;
    }
    for (int i = same; i < sections.size(); i++) {
      text.append(i == 0 ? "\n" : "");
      indent(i).append(scalar(sections.get(i))).append(":\n");
    }
    open = List.copyOf(sections);
  }

  private StringBuilder indent(int level) {
    return text.append("  ".repeat(level));
  }

  private static String allowed(String defaultText, String allowed) {
    return "Default " + defaultText + "; allowed is " + allowed + ".";
  }

  private static String flow(List<String> texts) {
    return texts.size() == 1 ? scalar(texts.get(0)) : list(texts);
  }

  private static String list(List<?> texts) {
    return texts.stream()
        .map(text -> scalar(text.toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String scalar(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null");
    return plain ? text : quoted(UrlSecrets.masked(text));
  }

  /** YAML's double quotes, whose escapes are those of JSON. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\x%02x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
