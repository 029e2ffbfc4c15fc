package io.mirrorcore.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.topic.Topic;
import io.mirrorcore.local.Mirrorcore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The page that says where everything of the original guide is names nothing that is not here. */
class GuidePageTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Path PAGE = ROOT.resolve("src/docs/guide.md");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern KEY = Pattern.compile("[a-z-]+(\\.[A-Za-z_-]+)+");
  private static final Pattern SETTING = Pattern.compile("(" + KEY + "): (\\S+)");
  private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(csv|json|yaml|html)");
  private static final Set<String> SAID = Set.of("kept", "changed", "added", "left out");
  private static final Set<String> FOUND = Set.of("not found", "about kept");

  private static List<List<String>> rows;
  private static String sources;
  private static Set<String> classes;

  @BeforeAll
  static void readPageAndSources() throws IOException {
    rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| ") && !line.contains("| | why"))
            .map(line -> line.substring(2, line.length() - 1).split(" \\|( |$)", -1))
            .map(cells -> Arrays.stream(cells).map(String::strip).toList())
            .toList();
    List<Path> files = javaFiles();
    StringBuilder all = new StringBuilder();
    for (Path file : files) {
      all.append(Files.readString(file)).append('\n');
    }
    sources = all.toString();
    classes =
        files.stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
  }

  private static List<Path> javaFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("common/strategy-api", "common", "jobs", "deploy/local")) {
      try (Stream<Path> found = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    return files;
  }

  /** Names in the columns that speak of this project. */
  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (List<String> row : rows) {
      Matcher matcher = NAME.matcher(row.get(1));
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  @Test
  void everyRowHasAPlaceAWordAndWhereItDiffersAReason() {
    assertThat(rows).hasSizeGreaterThan(140);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row).as("cells").hasSizeBetween(4, 5);
              assertThat(row.get(0)).isNotBlank();
              assertThat(row.get(1)).as("the place of %s", row.get(0)).isNotBlank();
              assertThat(SAID.contains(row.get(2)) || FOUND.contains(row.get(2)))
                  .as("what became of %s: %s", row.get(0), row.get(2))
                  .isTrue();
              boolean differs = !row.get(2).equals("kept") && !row.get(2).equals("added");
              assertThat(differs && row.get(3).isBlank())
                  .as("%s differs without a reason", row.get(0))
                  .isFalse();
            });
  }

  @Test
  void everyNameOfItIsInTheCode() {
    List<String> names = names();
    assertThat(names).hasSizeGreaterThan(150);
    assertThat(names.stream().filter(name -> !isThere(name))).as("not in the code").isEmpty();
  }

  private static boolean isThere(String name) {
    Matcher setting = SETTING.matcher(name);
    if (name.startsWith("./mirrorcore")) {
      return isCommand(List.of(name.split(" ")));
    }
    if (name.startsWith("--")) {
      return options().contains(name);
    }
    if (setting.matches()) {
      return isAllowed(setting.group(1), setting.group(3));
    }
    if (FILE.matcher(name).matches()) {
      return sources.contains('"' + name + '"');
    }
    if (KEY.matcher(name).matches()) {
      return isAllowed(name, valueOf(name));
    }
    return topics().contains(name)
        || classes.contains(name)
        || Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(sources).find();
  }

  private static boolean isAllowed(String key, String value) {
    try {
      return Settings.defaults().with(key, value).isSet(key);
    } catch (ConfigurationException e) {
      return false;
    }
  }

  /** One that such a key may have; what is not a key is refused with any. */
  private static String valueOf(String name) {
    Map<String, String> values =
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("every", "3d"),
                Map.entry("source", "detector"),
                Map.entry("hold", "true"),
                Map.entry("enabled", "true"),
                Map.entry("edition", "2"),
                Map.entry("profile", "guide"),
                Map.entry("covariance", "oas"),
                Map.entry("confidence", "left-out"),
                Map.entry("remainders", "wait"),
                Map.entry("weights", "optimal"),
                Map.entry("period", "1d"),
                Map.entry("put-sign", "-1"),
                Map.entry("per-year", "525600")));
    String last = name.substring(name.lastIndexOf('.') + 1);
    return values.getOrDefault(last, number(name));
  }

  /** The default where there is one: it is surely allowed. */
  private static String number(String name) {
    Object set = Settings.defaults().texts(name::equals).get(name);
    return set == null ? "1" : set.toString().replaceAll("[\\[\\]]", "");
  }

  private static Set<String> topics() {
    return Arrays.stream(Topic.values()).map(Topic::word).collect(Collectors.toSet());
  }

  private static boolean isCommand(List<String> words) {
    CommandLine command = Mirrorcore.commandLine();
    for (String word : words.subList(1, words.size())) {
      if (word.startsWith("--")) {
        return command.getCommandSpec().optionsMap().containsKey(word);
      }
      command = command.getSubcommands().get(word);
      if (command == null) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> options() {
    Set<String> options = new TreeSet<>();
    collect(Mirrorcore.commandLine(), options);
    return options;
  }

  private static void collect(CommandLine command, Set<String> options) {
    options.addAll(command.getCommandSpec().optionsMap().keySet());
    command.getSubcommands().values().forEach(sub -> collect(sub, options));
  }

  /** Of each class, parameter, threshold, label and output that the guide has. */
  @Test
  void nothingOfTheGuideIsLeftOut() throws IOException {
    String guide =
        rows.stream().map(row -> row.get(0)).collect(Collectors.joining("\n")).replace("`", "");
    assertThat(
            Stream.of(
                    "LiquidityFlowTracker FractalGeometry CorrelationMatrix Microstructure",
                    "OptionFlow EntropyMeasure BayesianUpdater CausalityDetector",
                    "EnsembleOptimizer OptimizationConfig LiveEnsembleTrader EnsembleMonitor",
                    "depth_levels=5 imbalance_threshold=0.6 tick_window=100 window=5 window=20",
                    "threshold=0.7 bins=20 prior_bullish=0.5 max_lag=5 scales fractal_dim",
                    "lambda_risk=100 eta_turnover=0.05 max_weight=0.25 returns_window=60",
                    "ewma_alpha=0.1 use_shrinkage=True gamma_reg=1e-5 n_samples=100",
                    "sample_fraction=0.8 n_calls=50 random_state=42 rebalance_hours=24",
                    "initial_capital=100000 transaction_cost=0.001 train_window=90 test_window=30",
                    "RISK_OFF BUY_{leader} NEUTRAL HIGH_UNCERTAINTY REGIME_CHANGE",
                    "LOW_UNCERTAINTY NORMAL STRONG_BUY STRONG_SELL evidence_history causal_pairs",
                    "oi_change dealer_gamma sector_momentum granger_test execute_trade",
                    "monitor_risk should_rebalance metrics_history send_alert alert_thresholds",
                    "fetch_latest_data get_current_positions calculate_strategy_return",
                    "detect_market_regime estimate_parameters optimize_with_resampling",
                    "grid_search_parameters gp_minimize comprehensive_backtest final_capital",
                    "total_return sharpe_ratio max_drawdown avg_turnover portfolio_value",
                    "adaptability 68.5 73.2 1.5 2.1 2.3 1.9 1.45 1.25 1.55 1.35 1.40 1.15 1.65 1.20")
                .flatMap(line -> Stream.of(line.split(" ")))
                .toList())
        .allSatisfy(name -> assertThat(guide).as("a row for it").contains(name));
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("src/docs/guide.md");
  }
}
