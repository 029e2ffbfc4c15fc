package io.mirrorcore.jobs.config.settings;

import static io.mirrorcore.jobs.config.key.ValueType.text;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.Choices;
import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.DurationText;
import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.GroupKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.key.RegimeKeys;
import io.mirrorcore.jobs.config.secret.KafkaKeys;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.optimize.Objective;
import io.mirrorcore.optimize.ObjectiveInput;
import io.mirrorcore.portfolio.settings.WeightLimits;
import io.mirrorcore.regime.RegimeSource;
import io.mirrorcore.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules between options, in one place: each says what is wrong and what to set. */
final class SettingsRules {

  private static final Duration DAY = Duration.ofDays(1);

  private final Settings settings;
  private final List<String> problems = new ArrayList<>();

  private SettingsRules(Settings settings) {
    this.settings = settings;
  }

  /** One sentence a violation; empty when all is well. */
  static List<String> check(Settings settings) {
    SettingsRules rules = new SettingsRules(settings);
    rules.checkJob();
    rules.checkKafka();
    rules.checkTopics();
    rules.problems.addAll(TopicFormats.check(settings));
    rules.problems.addAll(settings.declaredSessions().problems());
    rules.checkBars();
    rules.checkEnsemble();
    rules.checkCaps();
    rules.checkLimits();
    rules.checkStrategies();
    rules.problems.addAll(ProfileRules.check(settings));
    rules.checkPortfolios();
    return rules.problems;
  }

  private void checkJob() {
    atMost(PipelineKeys.JOB_PARALLELISM, PipelineKeys.JOB_MAX_PARALLELISM);
    Duration checkpoints = settings.get(PipelineKeys.JOB_CHECKPOINT_INTERVAL);
    Duration transactions = settings.get(PipelineKeys.JOB_TRANSACTION_TIMEOUT);
    require(
        checkpoints.compareTo(transactions) < 0,
        ("%s must be shorter than %s, or transactions end before their checkpoint; "
                + "have %s and %s; set the timeout to a few minutes")
            .formatted(
                PipelineKeys.JOB_CHECKPOINT_INTERVAL,
                PipelineKeys.JOB_TRANSACTION_TIMEOUT,
                DurationText.format(checkpoints),
                DurationText.format(transactions)));
    require(
        settings.get(PipelineKeys.JOB_MODE) == Choices.Mode.LIVE
            || settings.get(PipelineKeys.JOB_START) == Choices.Start.EARLIEST,
        ("%s must be earliest where %s is replay, which reads everything; have %s; "
                + "delete the line")
            .formatted(
                PipelineKeys.JOB_START,
                PipelineKeys.JOB_MODE,
                Choices.word(settings.get(PipelineKeys.JOB_START))));
  }

  private void checkKafka() {
    Map<String, String> kafka = settings.kafka();
    problems.addAll(KafkaKeys.broken(kafka));
    String acks = kafka.getOrDefault("acks", "all");
    require(
        settings.get(PipelineKeys.JOB_DELIVERY) != Choices.Delivery.EXACTLY_ONCE
            || acks.equals("all")
            || acks.equals("-1"),
        ("%sacks must be all where %s is exactly-once, which no producer promises with less;"
                + " have %s; delete the line, or set %s: at-least-once")
            .formatted(
                KafkaKeys.PREFIX, PipelineKeys.JOB_DELIVERY, acks, PipelineKeys.JOB_DELIVERY));
  }

  private void checkTopics() {
    Map<String, ConfigKey<?>> owners = new HashMap<>();
    for (Topic topic : Topic.values()) {
      ConfigKey<String> option = PipelineKeys.topic(topic);
      String name = settings.get(option);
      ConfigKey<?> other = owners.putIfAbsent(name, option);
      require(
          other == null,
          "%s and %s must be different topics; have %s for both; rename one"
              .formatted(other, option, name));
    }
  }

  private void checkBars() {
    Duration interval = settings.get(PipelineKeys.BARS_INTERVAL);
    require(
        DAY.toMillis() % interval.toMillis() == 0 || interval.toMillis() % DAY.toMillis() == 0,
        ("%s must divide a day or be a number of days, so that bars begin alike "
                + "every day; have %s; set 1m, 5m, 1h or 1d")
            .formatted(PipelineKeys.BARS_INTERVAL, DurationText.format(interval)));
    settings
        .find(PipelineKeys.BARS_ALIGN)
        .ifPresent(
            align ->
                require(
                    align.multipliedBy(2).compareTo(settings.inputInterval()) <= 0,
                    "%s must be at most half of %s; have %s and %s; lower it"
                        .formatted(
                            PipelineKeys.BARS_ALIGN,
                            PipelineKeys.BARS_INTERVAL,
                            DurationText.format(align),
                            DurationText.format(interval))));
    problems.addAll(BarRules.check(settings));
    Choices.BarSource source = settings.get(PipelineKeys.BARS_FROM);
    Topic needed = source == Choices.BarSource.TICKS ? Topic.TICKS : Topic.PRICES;
    require(
        settings.get(PipelineKeys.JOB_INPUTS).contains(needed),
        "%s is %s, so %s must list %s; have %s; add it"
            .formatted(
                PipelineKeys.BARS_FROM,
                Choices.word(source),
                PipelineKeys.JOB_INPUTS,
                Choices.word(needed),
                PipelineKeys.JOB_INPUTS.print(settings.get(PipelineKeys.JOB_INPUTS))));
    require(
        settings.barsPerDay() <= settings.barsPerYear(),
        "%s must not be above %s; have %s and %s; set both"
            .formatted(
                PipelineKeys.BARS_PER_DAY,
                PipelineKeys.BARS_PER_YEAR,
                text(settings.barsPerDay()),
                text(settings.barsPerYear())));
  }

  private void checkPortfolios() {
    problems.addAll(PortfolioSections.ambiguous(settings.writtenOfPortfolios()));
    for (String name : settings.portfolios().names()) {
      if (settings.isSetFor(name)) {
        try {
          settings.of(name);
        } catch (ConfigurationException e) {
          e.sentences().forEach(problem -> problems.add("portfolios." + name + ": " + problem));
        }
      }
    }
  }

  private void checkEnsemble() {
    atMost(EnsembleKeys.MIN_OBSERVATIONS, EnsembleKeys.WINDOW);
    int window = settings.get(EnsembleKeys.WINDOW);
    double fraction = settings.get(EnsembleKeys.RESAMPLE_FRACTION);
    int observations = settings.get(EnsembleKeys.MIN_OBSERVATIONS);
    require(
        observations * fraction >= 2,
        ("%s times %s must be at least 2 periods to estimate from; have %s and %s; " + "raise one")
            .formatted(
                EnsembleKeys.MIN_OBSERVATIONS,
                EnsembleKeys.RESAMPLE_FRACTION,
                observations,
                text(fraction)));
    double block = settings.get(EnsembleKeys.RESAMPLE_MEAN_BLOCK);
    require(
        block <= window,
        "%s must be at most %s; have %s and %s; lower it"
            .formatted(EnsembleKeys.RESAMPLE_MEAN_BLOCK, EnsembleKeys.WINDOW, text(block), window));
    checkRegimes();
    checkObjective(settings.get(EnsembleKeys.OBJECTIVE));
    below(EnsembleKeys.REGIME_RANGING_BELOW, EnsembleKeys.REGIME_TRENDING_ABOVE);
    below(EnsembleKeys.ALERT_DRAWDOWN_WARNING, EnsembleKeys.ALERT_DRAWDOWN_ERROR);
  }

  private void checkRegimes() {
    boolean ofFile = settings.get(EnsembleKeys.REGIME_SOURCE).equals(RegimeSource.FILE);
    boolean named = settings.find(EnsembleKeys.REGIME_FILE).isPresent();
    require(
        named || !ofFile,
        "%s is file, so %s must name one; have nothing; set it, or leave both out"
            .formatted(EnsembleKeys.REGIME_SOURCE, EnsembleKeys.REGIME_FILE));
    require(
        ofFile || !named,
        "%s is set, so %s must be file; have %s; set it, or nobody reads the file"
            .formatted(
                EnsembleKeys.REGIME_FILE,
                EnsembleKeys.REGIME_SOURCE,
                settings.get(EnsembleKeys.REGIME_SOURCE).id()));
  }

  private void checkObjective(Objective objective) {
    require(
        !settings.get(EnsembleKeys.CASH_ENABLED) || objective.needs(ObjectiveInput.TRADE_OFF),
        ("%s needs %s %s: without risk CASH is all of any other portfolio of least"
                + " risk; have %s; switch one off")
            .formatted(
                EnsembleKeys.CASH_ENABLED,
                EnsembleKeys.OBJECTIVE,
                Objective.thatNeed(ObjectiveInput.TRADE_OFF),
                objective.id()));
    require(
        settings.limits().groups().isEmpty() || objective.takesGroupCaps(),
        "%s may not be set where %s is %s, which has no caps on groups; delete them"
            .formatted("ensemble.groups", EnsembleKeys.OBJECTIVE, objective.id()));
  }

  private void checkCaps() {
    int n = settings.strategies().size();
    for (RegimeKeys regime : EnsembleKeys.REGIMES) {
      double cap = settings.get(regime.cap());
      require(
          n == 0 || n * cap >= 1 - 1e-12,
          ("%s must let the weights of %s strategies add up to 1; have %s, which "
                  + "gives %s; set at least %s or enable more strategies")
              .formatted(
                  regime.cap(), n, text(cap), text(n * cap), text(Math.ceil(1e4 / n) / 1e4)));
    }
  }

  private void checkLimits() {
    WeightLimits limits = settings.limits();
    Set<String> ids = limits.most().keySet();
    for (WeightLimits.Group group : limits.groups()) {
      String key = GroupKeys.PREFIX + group.name() + "." + GroupKeys.STRATEGIES;
      require(!group.strategies().isEmpty(), key + " is not set; list the group's strategies");
      for (String id : group.strategies()) {
        require(
            ids.contains(id),
            "%s must name strategies that are switched on; have %s; remove it or enable it"
                .formatted(key, id));
      }
    }
    EnsembleKeys.REGIMES.stream()
        .filter(regime -> settings.get(regime.cap()) * ids.size() >= 1 - 1e-12) // else told above
        .flatMap(
            regime ->
                limits.problem(List.copyOf(ids), settings.get(regime.cap())).stream()
                    .map(problem -> problem + " (with " + regime.cap() + ")"))
        .findFirst()
        .ifPresent(problems::add);
  }

  private void checkStrategies() {
    for (ConfiguredStrategy configured : settings.strategies()) {
      String section = SettingsReader.STRATEGIES + configured.strategy().id();
      for (String problem : configured.strategy().check(configured.parameters())) {
        problems.add(section + ": " + problem);
      }
      if (configured.strategy().input() == Strategy.Input.OPTIONS
          && configured.strategy().hasEditions()) {
        problems.addAll(
            settings
                .declaredOptions()
                .problems(configured.strategy(), settings.parametersOf(configured.strategy())));
      }
    }
  }

  private void atMost(ConfigKey<Integer> small, ConfigKey<Integer> large) {
    int a = settings.get(small);
    int b = settings.get(large);
    require(
        a <= b,
        "%s must be at most %s; have %s and %s; lower it or raise the other"
            .formatted(small, large, a, b));
  }

  private void below(ConfigKey<Double> small, ConfigKey<Double> large) {
    double a = settings.get(small);
    double b = settings.get(large);
    require(
        a < b,
        "%s must be below %s; have %s and %s; lower it or raise the other"
            .formatted(small, large, text(a), text(b)));
  }

  private void require(boolean rule, String problem) {
    if (!rule) {
      problems.add(problem);
    }
  }
}
