package io.mirrorcore.jobs.config.settings;

import static java.util.stream.Collectors.joining;

import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.ConfigKeys;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.GroupKeys;
import io.mirrorcore.jobs.config.key.SessionKeys;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.key.Suggestion;
import io.mirrorcore.jobs.config.key.SymbolKeys;
import io.mirrorcore.jobs.config.key.ValueType;
import io.mirrorcore.jobs.config.secret.KafkaKeys;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.TextParameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns what was written into typed values, one key at a time, and gathers what is wrong. */
final class SettingsReader {

  static final String PORTFOLIOS = PortfolioSections.PREFIX;
  static final String COSTS = EnsembleKeys.RETURNS_COST.key() + ".";
  static final String STRATEGIES = "strategies.";
  static final String GROUPS = GroupKeys.PREFIX;

  private static final ValueType<Double> COST = ValueType.real(0, 0.1);
  private static final Pattern PORTFOLIO = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final String UNDER_SYMBOLS =
      "under a pattern of symbols of 1 to 64 characters without white space or comma";
  private static final Pattern SYMBOLS = Pattern.compile("[^\\s,]{1,64}");

  private final List<Strategy> available;
  private final TreeMap<String, Object> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private SettingsDefaults defaults;

  SettingsReader(List<Strategy> available) {
    this.available = available;
  }

  List<String> problems() {
    return problems;
  }

  /** The value of every key: what {@code set} says, and defaults for the rest. */
  SortedMap<String, Object> read(Map<String, Entry> set) {
    defaults = new SettingsDefaults(available, set, values);
    defaults.put();
    set.forEach(this::readEntry);
    defaults.putTradingCosts();
    return values;
  }

  static String key(Strategy strategy, String name) {
    return STRATEGIES + strategy.id() + "." + name;
  }

  private void readEntry(String key, Entry entry) {
    ConfigKey<?> option = ConfigKeys.of(key);
    if (option != null) {
      readOption(option, key, entry);
    } else if (key.startsWith(GROUPS)) {
      readGroup(key, key, entry);
    } else if (key.startsWith(SessionKeys.PREFIX)) {
      readSession(key, entry);
    } else if (DeclaredOptions.isOfPattern(key)) {
      readOptionTerm(key, entry);
    } else if (key.startsWith(SymbolKeys.PREFIX)) {
      readSymbol(key, entry);
    } else if (key.startsWith(KafkaKeys.PREFIX)) {
      readKafka(key, entry);
    } else if (key.startsWith(PORTFOLIOS)) {
      readPortfolio(key, entry);
    } else if (key.startsWith(COSTS)) {
      readCost(key, entry);
    } else if (key.startsWith(STRATEGIES)) {
      readStrategy(key, entry);
    } else {
      readUnknown(key, entry);
    }
  }

  /**
   * @param key where the option stands; an option of every strategy or group stands in many places
   */
  private <T> void readOption(ConfigKey<T> option, String key, Entry entry) {
    Optional<T> value = option.parse(entry.texts());
    if (value.isPresent()) {
      values.put(key, value.get());
    } else {
      String otherwise =
          option.defaultValue().isPresent()
              ? "; leave it out for the default, " + option.defaultText()
              : "; or leave it out";
      wrong(key, option.allowed(), entry, otherwise);
    }
  }

  /**
   * @param inside the key without the portfolio that it is of
   */
  private void readGroup(String key, String inside, Entry entry) {
    String rest = inside.substring(GROUPS.length());
    int dot = rest.lastIndexOf('.');
    String group = dot < 0 ? rest : rest.substring(0, dot);
    Optional<ConfigKey<?>> option = named(GroupKeys.EACH, rest.substring(dot + 1));
    if (dot < 0 || option.isEmpty()) {
      problems.add(
          "%s is no option (%s); a group has cap and strategies".formatted(key, entry.where()));
    } else if (!PORTFOLIO.matcher(group).matches()) {
      problems.add(
          "%s must have a name of 1 to 64 letters, digits, underscores or dashes (%s)"
              .formatted(key, entry.where()));
    } else {
      readOption(option.get(), key, entry);
    }
  }

  private static Optional<ConfigKey<?>> named(List<ConfigKey<?>> options, String name) {
    return options.stream().filter(option -> option.key().equals(name)).findFirst();
  }

  private void readSession(String key, Entry entry) {
    String rest = key.substring(SessionKeys.PREFIX.length());
    if (SYMBOLS.matcher(DeclaredSessions.pattern(rest)).matches()) {
      readOption(DeclaredSessions.option(rest).orElse(SessionKeys.MARKET), key, entry);
    } else {
      wrong(key, UNDER_SYMBOLS, entry, "");
    }
  }

  private void readOptionTerm(String key, Entry entry) {
    readByPattern(
        key, entry, DeclaredOptions.EACH, ", and all options have expiry-time and expiry-zone");
  }

  private void readSymbol(String key, Entry entry) {
    readByPattern(key, entry, DeclaredSymbols.EACH, "");
  }

  private void readByPattern(String key, Entry entry, PatternOptions options, String besides) {
    String rest = key.substring(options.prefix().length());
    Optional<ConfigKey<?>> option = options.option(rest);
    if (option.isEmpty()) {
      problems.add(
          "%s is no option (%s); %sPATTERN, a pattern of symbols, has %s%s"
              .formatted(
                  key,
                  entry.where(),
                  options.prefix(),
                  options.each().stream().map(ConfigKey::key).collect(joining(", ")),
                  besides));
    } else if (!SYMBOLS.matcher(options.pattern(rest)).matches()) {
      wrong(key, UNDER_SYMBOLS, entry, "");
    } else {
      readOption(option.get(), key, entry);
    }
  }

  private void readKafka(String key, Entry entry) {
    String remedy = KafkaKeys.remedy(key.substring(KafkaKeys.PREFIX.length()));
    if (remedy != null) {
      problems.add(key + " is not for users to set: " + remedy + " (" + entry.where() + ")");
    } else if (entry.texts().size() != 1) {
      problems.add(
          key + " must be one text, its parts separated by commas (" + entry.where() + ")");
    } else {
      values.put(key, entry.texts().get(0));
    }
  }

  private void readPortfolio(String key, Entry entry) {
    String inside = PortfolioSections.inside(key);
    if (!PORTFOLIO.matcher(PortfolioSections.name(key)).matches()) {
      problems.add(
          "%s must have a name of 1 to 64 letters, digits, underscores or dashes (%s)"
              .formatted(key, entry.where()));
    } else if (inside.isEmpty() || inside.equals(PortfolioSections.SYMBOLS)) {
      readSymbols(key, entry);
    } else if (inside.startsWith(PortfolioSections.SECTORS)) {
      readSector(key, inside.substring(PortfolioSections.SECTORS.length()), entry);
    } else if (inside.startsWith(GROUPS)) {
      readGroup(key, inside, entry);
    } else if (PortfolioSections.isOwn(key) && ConfigKeys.of(inside) != null) {
      readOption(ConfigKeys.of(inside), key, entry);
    } else {
      problems.add(
          "%s is no option of a portfolio (%s); it has symbols, sectors (lists of symbols by name), and of its ensemble alone the keys that begin with %s%s"
              .formatted(
                  key,
                  entry.where(),
                  String.join(", ", PortfolioSections.OWN),
                  PortfolioSections.isOwn(key) ? Suggestion.didYouMean(inside, ownKeys()) : ""));
    }
  }

  private void readSector(String key, String name, Entry entry) {
    if (PORTFOLIO.matcher(name).matches()) {
      readSymbols(key, entry);
    } else {
      problems.add(
          "%s must be a sector with a name of 1 to 64 letters, digits, underscores or dashes (%s)"
              .formatted(key, entry.where()));
    }
  }

  private static List<String> ownKeys() {
    return ConfigKeys.ALL.stream()
        .map(ConfigKey::key)
        .filter(key -> PortfolioSections.OWN.stream().anyMatch(key::startsWith))
        .toList();
  }

  private void readSymbols(String key, Entry entry) {
    List<String> symbols = entry.texts().stream().flatMap(ValueType::split).toList();
    if (symbols.isEmpty()
        || !symbols.stream().allMatch(symbol -> SYMBOLS.matcher(symbol).matches())) {
      wrong(
          key,
          "a list of symbols or patterns with * and ?, or * for all",
          entry,
          "; list at least one, none with white space");
    } else {
      values.put(key, symbols);
    }
  }

  private void readCost(String key, Entry entry) {
    Optional<Double> cost = COST.parse().apply(entry.texts());
    cost.ifPresent(value -> values.put(key, value));
    if (cost.isEmpty()) {
      wrong(key, COST.allowed(), entry, "; leave it out for returns.cost");
    }
  }

  private void readStrategy(String key, Entry entry) {
    String rest = key.substring(STRATEGIES.length());
    int dot = rest.indexOf('.');
    String id = dot < 0 ? rest : rest.substring(0, dot);
    List<String> ids = available.stream().map(Strategy::id).toList();
    if (!ids.contains(id)) {
      problems.add(
          "%s names no strategy (%s); available are %s%s"
              .formatted(
                  key,
                  entry.where(),
                  ids.isEmpty() ? "none" : String.join(", ", ids),
                  Suggestion.didYouMean(id, ids)));
    } else if (dot < 0) {
      problems.add(
          "%s is a section (%s); its keys are %s"
              .formatted(
                  key, entry.where(), String.join(", ", keys(available.get(ids.indexOf(id))))));
    } else {
      readParameter(available.get(ids.indexOf(id)), rest.substring(dot + 1), entry);
    }
  }

  private void readParameter(Strategy strategy, String name, Entry entry) {
    String key = key(strategy, name);
    Optional<ConfigKey<?>> ofEach = named(StrategyKeys.EACH, name);
    if (ofEach.isPresent()) {
      readOption(ofEach.get(), key, entry);
      return;
    }
    strategy.parameters(defaults.edition(strategy)).stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .ifPresentOrElse(
            parameter -> readNumber(key, parameter, entry), () -> readText(strategy, name, entry));
  }

  private void readText(Strategy strategy, String name, Entry entry) {
    String key = key(strategy, name);
    Optional<TextParameter> known =
        strategy.texts(defaults.edition(strategy)).stream()
            .filter(parameter -> parameter.name().equals(name))
            .findFirst();
    if (known.isEmpty()) {
      unknown(key, entry, keys(strategy));
      return;
    }
    TextParameter parameter = known.get();
    Optional<List<String>> value = ValueType.texts(parameter).parse().apply(entry.texts());
    value.ifPresent(v -> values.put(key, v));
    if (value.isEmpty()) {
      wrong(
          key,
          parameter.allowed(),
          entry,
          "; leave it out for the default, " + parameter.defaultText());
    }
  }

  private void readNumber(String key, Parameter parameter, Entry entry) {
    Optional<Double> value = ValueType.number(parameter).parse().apply(entry.texts());
    value.ifPresent(v -> values.put(key, v));
    if (value.isEmpty()) {
      wrong(
          key,
          parameter.allowed(),
          entry,
          "; leave it out for the default, " + parameter.defaultText());
    }
  }

  private List<String> keys(Strategy strategy) {
    Edition edition = defaults.edition(strategy);
    return Stream.of(
            StrategyKeys.EACH.stream().map(ConfigKey::key),
            strategy.parameters(edition).stream().map(Parameter::name),
            strategy.texts(edition).stream().map(TextParameter::name))
        .flatMap(names -> names)
        .map(name -> key(strategy, name))
        .toList();
  }

  private void readUnknown(String key, Entry entry) {
    List<String> inside = values.keySet().stream().filter(k -> k.startsWith(key + ".")).toList();
    if (inside.isEmpty()) {
      unknown(key, entry, known());
    } else if (!entry.texts().isEmpty()) {
      problems.add(
          "%s is a section and must hold keys; have %s (%s); its keys are %s"
              .formatted(key, entry.shown(), entry.where(), String.join(", ", inside)));
    }
  }

  private List<String> known() {
    return Stream.concat(values.keySet().stream(), ConfigKeys.ALL.stream().map(ConfigKey::key))
        .toList();
  }

  private void unknown(String key, Entry entry, Collection<String> known) {
    problems.add(
        "%s is no option (%s)%s".formatted(key, entry.where(), Suggestion.didYouMean(key, known)));
  }

  private void wrong(String key, String allowed, Entry entry, String remedy) {
    problems.add(
        "%s must be %s; have %s (%s)%s"
            .formatted(key, allowed, entry.shown(), entry.where(), remedy));
  }
}
