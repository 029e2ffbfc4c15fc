package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.calendar.BarCount;
import io.mirrorcore.calendar.MarketSessions;
import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.file.Entry;
import io.mirrorcore.jobs.config.file.YamlFile;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.GroupKeys;
import io.mirrorcore.jobs.config.key.OptionTermKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.ProfileKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.key.SessionKeys;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.config.key.SymbolKeys;
import io.mirrorcore.jobs.config.secret.KafkaKeys;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.columns.BarLabel;
import io.mirrorcore.jobs.wire.columns.ColumnMapping;
import io.mirrorcore.jobs.wire.columns.MappingText;
import io.mirrorcore.jobs.wire.format.ValueFormat;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.time.BarAlignment;
import io.mirrorcore.jobs.wire.time.EpochUnit;
import io.mirrorcore.jobs.wire.time.ExpiryTimes;
import io.mirrorcore.jobs.wire.time.InputTimes;
import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.jobs.wire.vendor.Presets;
import io.mirrorcore.market.SymbolPattern;
import io.mirrorcore.market.SymbolRules;
import io.mirrorcore.portfolio.ledger.CostModel;
import io.mirrorcore.portfolio.ledger.CostRule;
import io.mirrorcore.portfolio.settings.ProfileSettings.Profile;
import io.mirrorcore.portfolio.settings.WeightLimits;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Sectors;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.TextParameter;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a configuration says: every option with a valid value, and all rules between them kept. An
 * invalid one cannot exist, so whoever holds one need not check anything. Immutable.
 */
public final class Settings {

  /** What the clocks of a venue and a broker may differ by. */
  private static final Duration CLOCK_ERROR = Duration.ofSeconds(10);

  /** Part of the interval, and most, by which a stamp may miss a close if nothing else is set. */
  private static final int ALIGNED_PART = 20;

  private static final Duration MOST_ALIGNED = Duration.ofSeconds(5);
  private static final Duration DAY = Duration.ofDays(1);
  private static final double TRADING_DAYS = 252;
  private static final double CALENDAR_DAYS = 365;
  private static final double ANY_DAYS = 365.25;

  private final TreeMap<String, Entry> set; // what somebody wrote
  private final TreeMap<String, Object> values; // of every key
  private final AvailableStrategies available;
  private final List<String> notes;

  /**
   * @param before what was written until now, in the one spelling
   * @param written over it, as somebody wrote it
   */
  private Settings(
      Map<String, Entry> before,
      Map<String, Entry> written,
      List<String> notesBefore,
      AvailableStrategies known) {
    // First: of a jar that cannot be used every strategy would be unknown as well.
    String jars = StrategyKeys.JARS.key();
    this.available = known.withJars(written.getOrDefault(jars, before.get(jars)));
    Spelling spelling = new Spelling(available.all());
    Map<String, Entry> all = new LinkedHashMap<>(before); // problems come in the order of a file
    all.putAll(spelling.keys(written));
    this.set = new TreeMap<>(all);
    this.notes = Stream.concat(notesBefore.stream(), spelling.notes().stream()).toList();
    SettingsReader reader = new SettingsReader(available.all());
    this.values = new TreeMap<>(reader.read(all));
    refuse(Stream.concat(spelling.problems().stream(), reader.problems().stream()).toList());
    ProfileDefaults.of(this)
        .forEach(
            (key, value) -> {
              if (!set.containsKey(key)) {
                values.put(key, value);
              }
            });
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      inAllRegimes(EnsembleKeys.LAMBDA, regime.lambda());
      inAllRegimes(EnsembleKeys.ETA, regime.eta());
      inAllRegimes(EnsembleKeys.MAX_WEIGHT, regime.cap());
    }
    refuse(SettingsRules.check(this)); // only then: an invalid value would break several rules
  }

  private <T> void inAllRegimes(ConfigKey<T> ofAll, ConfigKey<T> ofOne) {
    if (!set.containsKey(ofOne.key())) {
      find(ofAll).ifPresent(value -> values.put(ofOne.key(), value));
    }
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  /** Every option at its default. */
  public static Settings defaults() {
    return parse("", "defaults");
  }

  /**
   * Reads a file.
   *
   * @throws ConfigurationException when it cannot be read or used
   */
  public static Settings load(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(file + " must be UTF-8 text; save it in that encoding");
    } catch (IOException e) {
      throw new ConfigurationException(
          file + " cannot be read (" + e.getClass().getSimpleName() + "); check the path");
    }
  }

  /**
   * Reads the text of a file.
   *
   * @param origin what messages call it
   * @throws ConfigurationException with all that is wrong with it
   */
  public static Settings parse(String yaml, String origin) {
    return parse(yaml, origin, Catalogue.strategies());
  }

  static Settings parse(String yaml, String origin, List<Strategy> builtIn) {
    return new Settings(
        Map.of(), YamlFile.flatten(yaml, origin), List.of(), AvailableStrategies.of(builtIn));
  }

  /** These settings with one value replaced, as by {@code --set key=value}. */
  public Settings with(String key, Object value) {
    return with(Map.of(key, value));
  }

  /** These settings with some values replaced at once, which only together need to be valid. */
  public Settings with(Map<String, ?> overrides) {
    Map<String, Entry> entries = new TreeMap<>();
    overrides.forEach((key, value) -> entries.put(key, Entry.of(texts(value), "override")));
    return new Settings(set, entries, notes, available);
  }

  /** These settings with the values of some options written out that were not. */
  public Settings writtenOut(Collection<ConfigKey<?>> options) {
    Map<String, Entry> written = new TreeMap<>();
    for (ConfigKey<?> option : options) {
      if (!set.containsKey(option.key())) {
        textsOf(option).ifPresent(texts -> written.put(option.key(), Entry.of(texts, "default")));
      }
    }
    return new Settings(set, written, notes, available);
  }

  private <T> Optional<List<String>> textsOf(ConfigKey<T> option) {
    return find(option).map(option::print).filter(texts -> !texts.isEmpty());
  }

  /** These settings under another profile, with its defaults: what is set for one is not for it. */
  public Settings under(Profile other) {
    Map<String, Entry> kept = new TreeMap<>(set);
    kept.keySet().removeIf(ProfileDefaults::isOfProfile);
    String profile = ProfileKeys.PROFILE.key();
    return new Settings(
        kept, Map.of(profile, Entry.of(List.of(other.word()), "override")), notes, available);
  }

  private static List<String> texts(Object value) {
    return value instanceof Collection<?> list
        ? list.stream().map(Settings::text).toList()
        : List.of(text(value));
  }

  private static String text(Object value) {
    if (value instanceof Duration duration) {
      return DurationText.format(duration);
    }
    return value instanceof Enum<?> constant ? Choices.word(constant) : value.toString();
  }

  /**
   * The value of an option that always has one.
   *
   * @throws IllegalStateException for an option that is left open; use {@link #find}
   */
  public <T> T get(ConfigKey<T> option) {
    return find(option).orElseThrow(() -> new IllegalStateException(option + " is not set"));
  }

  /** The value of an option that may be left open. */
  @SuppressWarnings("unchecked") // the option itself made the value
  public <T> Optional<T> find(ConfigKey<T> option) {
    return Optional.ofNullable((T) values.get(option.key()));
  }

  /** One sentence for each key that was written in an old spelling, which still counts. */
  public List<String> notes() {
    return notes;
  }

  /** Whether somebody wrote a value for the key, in the file or over it. */
  public boolean isSet(String key) {
    return set.containsKey(key);
  }

  /**
   * Strategies that are switched on: those of the catalogue in its order, then the user's by id.
   */
  public List<ConfiguredStrategy> strategies() {
    return available().stream()
        .filter(s -> of(s, StrategyKeys.ENABLED))
        .map(this::configured)
        .toList();
  }

  /** Ids of all strategies, switched on or not. */
  public List<String> strategyIds() {
    return available().stream().map(Strategy::id).toList();
  }

  private ConfiguredStrategy configured(Strategy strategy) {
    Map<String, Double> numbers =
        parametersOf(strategy).stream()
            .collect(
                Collectors.toMap(
                    Parameter::name, p -> (Double) value(SettingsReader.key(strategy, p.name()))));
    return new ConfiguredStrategy(
        strategy,
        Parameters.of(strategy, numbers).withTexts(textsOf(strategy)),
        declaredOptions().parameters(strategy, numbers));
  }

  /** The parameters of the edition that is set. */
  List<Parameter> parametersOf(Strategy strategy) {
    return strategy.hasEditions()
        ? strategy.parameters(editionOf(strategy))
        : strategy.parameters();
  }

  @SuppressWarnings("unchecked") // the parameter itself made the value
  private Map<String, List<String>> textsOf(Strategy strategy) {
    return textParametersOf(strategy).stream()
        .collect(
            Collectors.toMap(
                TextParameter::name,
                p -> (List<String>) value(SettingsReader.key(strategy, p.name()))));
  }

  /** Those of the edition that is set. */
  List<TextParameter> textParametersOf(Strategy strategy) {
    return strategy.texts(editionOf(strategy));
  }

  private Edition editionOf(Strategy strategy) {
    return strategy.hasEditions()
        ? Edition.numbered((Double) value(SettingsReader.key(strategy, Edition.PARAMETER.name())))
        : Edition.DEFAULT;
  }

  List<Strategy> available() {
    return available.all();
  }

  @SuppressWarnings("unchecked") // the option itself made the value
  private <T> T of(Strategy strategy, ConfigKey<T> ofEach) {
    return (T) value(SettingsReader.key(strategy, ofEach.key()));
  }

  /** What bounds the weights besides the regime's cap. */
  public WeightLimits limits() {
    TreeMap<String, Double> least = new TreeMap<>();
    TreeMap<String, Double> most = new TreeMap<>();
    for (ConfiguredStrategy configured : strategies()) {
      Strategy strategy = configured.strategy();
      least.put(strategy.id(), of(strategy, StrategyKeys.MIN_WEIGHT));
      most.put(strategy.id(), of(strategy, StrategyKeys.MAX_WEIGHT));
    }
    return new WeightLimits(least, most, groups());
  }

  /** Relative parts of the risk, by strategy that is switched on. */
  public SortedMap<String, Double> riskBudgets() {
    TreeMap<String, Double> budgets = new TreeMap<>();
    for (ConfiguredStrategy configured : strategies()) {
      budgets.put(configured.strategy().id(), of(configured.strategy(), StrategyKeys.RISK_BUDGET));
    }
    return budgets;
  }

  @SuppressWarnings("unchecked") // the options themselves made the values
  private List<WeightLimits.Group> groups() {
    TreeMap<String, WeightLimits.Group> groups = new TreeMap<>();
    Map<String, Object> found = under(SettingsReader.GROUPS);
    for (String key : found.keySet()) {
      String name = key.substring(0, key.lastIndexOf('.'));
      Object members = found.get(name + "." + GroupKeys.STRATEGIES.key());
      Object cap = found.get(name + "." + GroupKeys.CAP.key());
      groups.put(
          name,
          new WeightLimits.Group(
              name,
              members == null ? List.of() : (List<String>) members,
              cap == null ? 1 : (Double) cap));
    }
    return List.copyOf(groups.values());
  }

  public Portfolios portfolios() {
    return new Portfolios(PortfolioSections.symbols(writtenOfPortfolios()));
  }

  /** Which sector a symbol belongs to, by portfolio that tells. */
  public SortedMap<String, Sectors> sectors() {
    return PortfolioSections.sectors(writtenOfPortfolios());
  }

  Map<String, Object> writtenOfPortfolios() {
    Map<String, Object> written = new TreeMap<>();
    under(SettingsReader.PORTFOLIOS)
        .forEach((key, value) -> written.put(SettingsReader.PORTFOLIOS + key, value));
    return written;
  }

  /**
   * What counts for the ensemble of one portfolio: what is set for it alone, and for the rest what
   * is set for all.
   */
  public Settings of(String portfolio) {
    return set.keySet().stream().anyMatch(PortfolioSections::isOwn)
        ? new Settings(PortfolioSections.of(set, portfolio), Map.of(), notes, available)
        : this;
  }

  /** Whether something is set for the ensemble of one portfolio alone. */
  public boolean isSetFor(String portfolio) {
    return set.keySet().stream()
        .anyMatch(
            key -> PortfolioSections.isOwn(key) && PortfolioSections.name(key).equals(portfolio));
  }

  /**
   * Trading cost per symbol. Of all patterns that match a symbol the one with the most literal
   * characters counts (of equals the first by name), so the order in a file does not matter.
   */
  public CostModel costs() {
    List<CostRule> rules =
        under(SettingsReader.COSTS).entrySet().stream()
            .map(entry -> new CostRule(entry.getKey(), (Double) entry.getValue()))
            .sorted(
                Comparator.comparingInt((CostRule rule) -> SymbolPattern.literals(rule.pattern()))
                    .reversed()
                    .thenComparing(CostRule::pattern))
            .toList();
    return new CostModel(rules, get(EnsembleKeys.RETURNS_COST));
  }

  /** When the markets of the symbols are open, as far as that is declared. */
  public MarketSessions sessions() {
    return declaredSessions()
        .sessions(interval().toMillis(), get(PipelineKeys.BARS_ANCHOR) == Choices.Anchor.SESSION);
  }

  DeclaredSessions declaredSessions() {
    return new DeclaredSessions(under(SessionKeys.PREFIX));
  }

  /** How records are read. */
  public ParserSettings parser() {
    return new ParserSettings(
        get(PipelineKeys.INPUT_MAX_BYTES),
        maxAhead().toMillis(),
        expiries(),
        times(),
        alignment(),
        mappings(),
        TopicFormats.ofMarket(this),
        differences());
  }

  /** How the values of a topic are written. */
  public ValueFormat format(Topic topic) {
    return TopicFormats.of(this, topic);
  }

  /** When options expire on the day of their expiry. */
  public ExpiryTimes expiries() {
    ExpiryTimes usual =
        ExpiryTimes.of(
            get(PipelineKeys.OPTIONS_EXPIRY_TIME), get(PipelineKeys.OPTIONS_EXPIRY_ZONE));
    return new ExpiryTimes(usual.usual(), declaredOptions().expiries(usual.usual()));
  }

  /** The notionals of symbols whose returns are differences of prices. */
  public SymbolRules<Double> differences() {
    return new DeclaredSymbols(under(SymbolKeys.PREFIX)).differences();
  }

  /** The currencies that prices are in, by pattern of symbols, where they are told. */
  public Map<String, String> currencies() {
    return new DeclaredSymbols(under(SymbolKeys.PREFIX)).currencies();
  }

  DeclaredOptions declaredOptions() {
    return new DeclaredOptions(under(OptionTermKeys.PREFIX));
  }

  private Map<RecordKind, ColumnMapping> mappings() {
    Map<RecordKind, ColumnMapping> mappings = new EnumMap<>(RecordKind.class);
    for (Topic topic : Topic.ofVendors()) {
      RecordKind kind = topic.kind().orElseThrow();
      mapping(kind)
          .map(
              mapping ->
                  mapping.needsInterval() ? mapping.every(inputInterval().toMillis()) : mapping)
          .ifPresent(mapping -> mappings.put(kind, mapping));
    }
    return mappings;
  }

  /** How the records of a topic are written where that is not its plain form. */
  public Optional<ColumnMapping> mapping(RecordKind kind) {
    Topic topic = Topic.of(kind);
    Optional<String> columns = find(PipelineKeys.columns(topic));
    Optional<ColumnMapping> preset =
        find(PipelineKeys.preset(topic)).flatMap(Presets::named).map(Preset::mapping);
    Optional<BarLabel> label =
        kind == RecordKind.BAR ? find(PipelineKeys.INPUTS_BAR_LABEL) : Optional.empty();
    if (columns.isEmpty() && preset.isEmpty() && label.isEmpty()) {
      return Optional.empty();
    }
    ColumnMapping mapping = preset.orElseGet(() -> Presets.usual(kind));
    ColumnMapping named =
        columns.map(text -> mapping.with(MappingText.columns(kind, text))).orElse(mapping);
    return Optional.of(label.map(named::stampedWith).orElse(named));
  }

  /** Days close at a time of day of some zone, which stamps of days need not keep to. */
  private BarAlignment alignment() {
    if (inputInterval().compareTo(DAY) >= 0) {
      return BarAlignment.NONE;
    }
    Duration usual = inputInterval().dividedBy(ALIGNED_PART);
    Duration tolerance =
        find(PipelineKeys.BARS_ALIGN)
            .orElse(usual.compareTo(MOST_ALIGNED) < 0 ? usual : MOST_ALIGNED);
    return new BarAlignment(inputInterval().toMillis(), tolerance.toMillis());
  }

  private InputTimes times() {
    Map<RecordKind, EpochUnit> units = new EnumMap<>(RecordKind.class);
    for (RecordKind kind : RecordKind.values()) {
      units.put(kind, get(PipelineKeys.timeUnit(Topic.of(kind))));
    }
    return new InputTimes(
        units,
        get(PipelineKeys.timeUnit(Topic.STRATEGY_RETURNS)),
        find(PipelineKeys.INPUTS_TIME_ZONE).orElse(null),
        get(PipelineKeys.INPUTS_LAST_YEAR),
        get(PipelineKeys.BARS_CLOSE),
        get(PipelineKeys.BARS_ZONE));
  }

  /** One record far ahead makes all good ones behind it late, until time has caught up with it. */
  private Duration maxAhead() {
    return find(PipelineKeys.TIME_MAX_AHEAD)
        .orElseGet(
            () -> inputInterval().compareTo(CLOCK_ERROR) > 0 ? inputInterval() : CLOCK_ERROR);
  }

  /** Bars per trading day: as set, as the sessions make it, or as many as a day holds. */
  public double barsPerDay() {
    return find(PipelineKeys.BARS_PER_DAY)
        .or(() -> sessions().countAll().map(BarCount::perDay))
        .orElseGet(() -> (double) DAY.toMillis() / interval().toMillis());
  }

  /**
   * Bars per year: as set, else bars per day times the days of a year. Those are as the sessions
   * have it; without any, 252 for daily bars and where {@code bars.per-day} says that the market
   * closes, else 365.
   */
  public double barsPerYear() {
    return find(PipelineKeys.BARS_PER_YEAR)
        .orElseGet(
            () ->
                barsPerDay()
                    * sessions().countAll().map(BarCount::daysPerYear).orElseGet(this::usualDays));
  }

  private double usualDays() {
    if (interval().compareTo(DAY) > 0) {
      return ANY_DAYS; // a week's bar is one of 52, whatever its market does at weekends
    }
    boolean closes =
        interval().compareTo(DAY) >= 0
            || barsPerDay() < (double) DAY.toMillis() / interval().toMillis();
    return closes ? TRADING_DAYS : CALENDAR_DAYS;
  }

  private Duration interval() {
    return get(PipelineKeys.BARS_INTERVAL);
  }

  /** Length of the bars that come in. */
  public Duration inputInterval() {
    return find(PipelineKeys.INPUTS_PRICES_INTERVAL).orElseGet(this::interval);
  }

  /** Whether bars are made from shorter ones that come in. */
  public boolean makesBarsOfBars() {
    return get(PipelineKeys.BARS_FROM) == Choices.BarSource.PRICES
        && inputInterval().compareTo(interval()) < 0;
  }

  /**
   * What Kafka clients are built with: everything under {@code kafka}. Secrets in the environment
   * or in files stay there until a client is built, where it is built: these properties hold
   * references and may travel with a job.
   *
   * @throws ConfigurationException when a reference leads nowhere here
   */
  public Properties kafkaProperties() {
    return KafkaKeys.withProviders(kafka(), System::getenv);
  }

  /**
   * A sentence for every property that holds a secret instead of a reference to one; it does not
   * hold the secret. A job that leaves this process may have none of these: its graph is stored.
   */
  public List<String> secretsWrittenOut() {
    return KafkaKeys.written(kafka());
  }

  /**
   * A sentence for every secret that cannot be read where this program runs. A job may run where it
   * can, so this is asked for apart from all other rules.
   */
  public List<String> missingSecrets() {
    return KafkaKeys.missing(kafka(), System::getenv);
  }

  /** What is under {@code kafka}, unresolved, by property. */
  Map<String, String> kafka() {
    Map<String, String> properties = new TreeMap<>();
    under(KafkaKeys.PREFIX).forEach((name, value) -> properties.put(name, value.toString()));
    return properties;
  }

  /** All values whose keys begin with {@code prefix}, by what follows it. */
  Map<String, Object> under(String prefix) {
    Map<String, Object> found = new TreeMap<>();
    values.tailMap(prefix, true).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .forEach(entry -> found.put(entry.getKey().substring(prefix.length()), entry.getValue()));
    return found;
  }

  /**
   * The values of some keys as text, to tell two configurations apart by.
   *
   * @param wanted keys
   */
  public SortedMap<String, String> texts(Predicate<String> wanted) {
    TreeMap<String, String> texts = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (wanted.test(key)) {
            texts.put(key, String.valueOf(value));
          }
        });
    return texts;
  }

  Object value(String key) {
    return values.get(key);
  }

  /**
   * A short YAML file that gives these settings: what somebody wrote, no defaults. Secrets are
   * masked; references to secrets are not secret.
   */
  public String given() {
    return SettingsPrinter.given(set);
  }

  /** A YAML file that gives these settings, every option explained; secrets are masked. */
  public String print() {
    return SettingsPrinter.print(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return print();
  }
}
