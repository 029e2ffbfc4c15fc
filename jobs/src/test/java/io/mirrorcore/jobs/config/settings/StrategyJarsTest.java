package io.mirrorcore.jobs.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.jobs.plan.StrategyPlan;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Parameters;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.SymbolStrategy;
import io.mirrorcore.strategy.TextParameter;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyJarsTest {

  private static final String SERVICE = "META-INF/services/io.mirrorcore.strategy.Strategy";

  @TempDir private Path directory;
  private Path jar;

  @BeforeEach
  void aJarWithTwoStrategies() throws IOException {
    jar = jar("own.jar", Zebra.class, Aardvark.class);
  }

  @Test
  void comeAfterTheCatalogueByIdAndAreOnUnlessSwitchedOff() {
    Settings settings = parse("jars: " + jar);

    assertThat(ids(settings))
        .startsWith(Catalogue.IDS.toArray(new String[0]))
        .hasSize(Catalogue.IDS.size() + 2)
        .endsWith("AARDVARK", "ZEBRA");
    assertThat(ids(settings.with("strategies.ZEBRA.enabled", "false"))).endsWith("AARDVARK");
    assertThat(ids(settings.with("strategies.jars", "")))
        .isEqualTo(Catalogue.IDS)
        .isEqualTo(ids(Settings.defaults()));
  }

  @Test
  void theOrderOfJarsDecidesNothingButTheirOrderInTheFile() throws IOException {
    Path first = jar("1.jar", Zebra.class);
    Path second = jar("2.jar", Aardvark.class);

    assertThat(ids(parse("jars: [" + first + ", " + second + "]")))
        .isEqualTo(ids(parse("jars: [" + second + ", " + first + "]")))
        .endsWith("AARDVARK", "ZEBRA");
  }

  @Test
  void theirParametersAreSetAndCheckedLikeThoseOfOthers() {
    Settings settings = parse("jars: " + jar + ", ZEBRA: {stripes: 7}");

    ConfiguredStrategy zebra = settings.strategies().get(settings.strategies().size() - 1);
    assertThat(zebra.parameters().fingerprint()).isEqualTo("stripes=7.0");
    assertThatThrownBy(() -> settings.with("strategies.ZEBRA.stripes", 0))
        .hasMessage(
            "strategies.ZEBRA.stripes must be a whole number in [1, 99]; have \"0\" (override);"
                + " leave it out for the default, 40");
    assertThatThrownBy(() -> settings.with("strategies.ZEBRA.stripe", 5))
        .hasMessage(
            "strategies.ZEBRA.stripe is no option (override);"
                + " did you mean strategies.ZEBRA.stripes?");
    assertThatThrownBy(() -> settings.with("strategies.ZEBRA.stripes", 13))
        .hasMessage("strategies.ZEBRA: stripes must not be 13; have 13; set 12");
    assertThatThrownBy(() -> Settings.defaults().with("strategies.ZEBRA.stripes", 5))
        .hasMessageStartingWith("strategies.ZEBRA.stripes names no strategy (override)");
  }

  @Test
  void arePrintedAndReadBack() {
    Settings settings = parse("jars: " + jar + ", ZEBRA: {stripes: 7}");

    assertThat(settings.print())
        .contains("\nstrategies:\n  # " + StrategyKeys.JARS.description() + "\n")
        .contains("  jars: " + jar + "\n  # Each has enabled,")
        .contains(
            """
            ZEBRA:
              # Whether the strategy runs. Default true.
              enabled: true
              # Stripes to count.
              # Default 40; allowed is a whole number in [1, 99].
              stripes: 7
            """
                .indent(2));
    Settings again = Settings.parse(settings.print(), "printed.yaml");
    assertThat(again).isEqualTo(settings).isNotEqualTo(parse("jars: " + jar));
    assertThat(again.print()).isEqualTo(settings.print());
    assertThat(Settings.defaults().print()).contains("\n  jars: []\n");
  }

  @Test
  void areFoundOnAWorkerInWhatWasShippedThere() throws Exception {
    Settings settings = parse("jars: " + jar + ", ZEBRA: {stripes: 7}, UT_BOT.enabled: false");
    StrategyPlan clone = InstantiationUtil.clone(StrategyPlan.of(settings));

    // A jar that the user did not name is shipped as well, as from the lib folder of a cluster.
    URL[] shipped = {url(jar("other.jar", Meerkat.class)), url(jar)};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader worker = new URLClassLoader(shipped, before)) {
      Thread.currentThread().setContextClassLoader(worker);
      assertThat(clone.load())
          .extracting(loaded -> loaded.strategy().id())
          .isEqualTo(ids(settings))
          .isEqualTo(clone.ids())
          .endsWith("AARDVARK", "ZEBRA");
      assertThat(clone.load())
          .extracting(ConfiguredStrategy::parameters)
          .isEqualTo(settings.strategies().stream().map(ConfiguredStrategy::parameters).toList());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void aWorkerThatLacksThemSaysSo() throws Exception {
    StrategyPlan clone = InstantiationUtil.clone(StrategyPlan.of(parse("jars: " + jar)));

    assertThatThrownBy(clone::load)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "strategies [AARDVARK, ZEBRA] must be in the classes shipped with the job;");
  }

  @Test
  void aPathThatLeadsToNoJarIsNamed() throws IOException {
    Path text = Files.writeString(directory.resolve("a.jar"), "no jar at all");

    refuses(directory.resolve("absent.jar"), "which is no file; correct the path, or leave it out");
    refuses(directory, "which is no file; correct the path, or leave it out");
    refuses(
        text,
        "which cannot be read (ZipException: zip END header not found);"
            + " make it a readable jar, or leave it out");
  }

  @Test
  void aJarWithoutStrategiesIsNamed() throws IOException {
    refuses(
        jar("none.jar", Map.of("com/example/Other.class", "")),
        "which names no strategy; list its classes in its " + SERVICE);
    refuses(
        jar("empty.jar", Map.of(SERVICE, "# com.example.Later\n\n")),
        "which names no strategy; list its classes in its " + SERVICE);
    refuses(
        jar("fat.jar", Map.of(SERVICE, "X", "io/mirrorcore/strategy/Strategy.class", "")),
        "which holds MirrorCore-X itself; build it without, for a job brings its own");
    refuses(
        jar("again.jar", Zebra.class),
        "which provides " + Zebra.class.getName() + ", as does \"" + jar + "\"; leave one out",
        jar);
  }

  @Test
  void allJarsThatCannotBeUsedAreNamedAtOnce() throws IOException {
    Path none = jar("none.jar", Map.of());

    assertThatThrownBy(() -> parse("jars: [/no/such.jar, " + jar + ", " + none + "]"))
        .hasMessageStartingWith("2 problems:\n")
        .hasMessageContaining("\"/no/such.jar\"")
        .hasMessageContaining("\"" + none + "\"");
  }

  @Test
  void aClassThatCannotBeLoadedIsNamed() throws IOException {
    Path absent = jar("absent-class.jar", Map.of(SERVICE, "com.example.Absent"));
    assertThatThrownBy(() -> parse("jars: " + absent))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "strategies.jars must list jars whose strategies can be loaded; have ["
                + absent
                + "] (test.yaml, line 1), and ")
        .hasMessageContaining("com.example.Absent not found");

    Path broken =
        jar("broken.jar", Map.of(SERVICE, "Broken", "Broken.class", "not the bytes of a class"));
    assertThatThrownBy(() -> parse("jars: " + broken))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("ClassFormatError");
  }

  @Test
  void anIdThatIsTakenIsRefusedNamingBothClasses() throws IOException {
    Path taken = jar("taken.jar", OtherUtBot.class);

    assertThatThrownBy(() -> parse("jars: " + taken))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "strategies.jars must list strategies with ids of their own (test.yaml, line 1):"
                + " id must be used once; have UT_BOT in both io.mirrorcore.strategy.price.UtBot and "
                + OtherUtBot.class.getName()
                + "; rename one");
  }

  @Test
  void namesThatWouldNotWorkAsKeysAreRefused() throws IOException {
    Path bad = jar("bad.jar", BadNames.class);

    assertThatThrownBy(() -> parse("jars: " + bad))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("5 problems:\n")
        .hasMessageContaining(
            "strategies.jars: id of "
                + BadNames.class.getName()
                + " must be 1 to 64 upper-case letters, digits or underscores, a letter first, and"
                + " not CASH; have \"jars\"")
        .hasMessageContaining("have \"enabled\"")
        .hasMessageContaining("have \"level\"")
        .hasMessageContaining("default of who of " + BadNames.class.getName())
        .hasMessageContaining(
            "default of level of "
                + BadNames.class.getName()
                + " must be a number in [0, 1]; have \"2\" (\""
                + bad
                + "\", test.yaml, line 1); change the class");
  }

  @Test
  void aListThatIsNoneIsRefused() {
    assertThatThrownBy(() -> parse("jars: [" + jar + ", " + jar + "]"))
        .hasMessageStartingWith("strategies.jars must be a list of paths, each once; have [")
        .hasMessageEndingWith("(test.yaml, line 1); leave it out for the default, none");
    assertThatThrownBy(() -> parse("jars: ['', a.jar]")).hasMessageContaining("a list of paths");
    assertThat(parse("jars: []")).isEqualTo(parse("jars:")).isEqualTo(Settings.defaults());
  }

  private void refuses(Path path, String why, Path... others) {
    String list =
        Stream.concat(Stream.of(others), Stream.of(path))
            .map(Path::toString)
            .collect(Collectors.joining(", "));
    assertThatThrownBy(() -> parse("jars: [" + list + "]"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "strategies.jars must list jars of strategies; have \""
                + path
                + "\" (test.yaml, line 1), "
                + why);
  }

  private static Settings parse(String strategies) {
    return Settings.parse("strategies: {" + strategies + "}", "test.yaml");
  }

  private static List<String> ids(Settings settings) {
    return settings.strategies().stream().map(c -> c.strategy().id()).toList();
  }

  private static URL url(Path file) throws IOException {
    return file.toUri().toURL();
  }

  private Path jar(String name, Class<?>... providers) throws IOException {
    String names = Stream.of(providers).map(Class::getName).collect(Collectors.joining("\n"));
    return jar(name, Map.of(SERVICE, names));
  }

  private Path jar(String name, Map<String, String> entries) throws IOException {
    Path file = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /** Has a parameter and a rule. */
  public static final class Zebra extends Idle {

    private static final Parameter STRIPES =
        Parameter.integer("stripes", 40, 1, 99, "Stripes to count.");

    public Zebra() {
      super("ZEBRA", STRIPES);
    }

    @Override
    public List<String> check(Parameters parameters) {
      return parameters.integer(STRIPES) == 13
          ? List.of("stripes must not be 13; have 13; set 12")
          : List.of();
    }
  }

  /** Comes before the other by id. */
  public static final class Aardvark extends Idle {
    public Aardvark() {
      super("AARDVARK");
    }
  }

  /** Comes between the two. */
  public static final class Meerkat extends Idle {
    public Meerkat() {
      super("MEERKAT");
    }
  }

  /** Has the id of one that is built in. */
  public static final class OtherUtBot extends Idle {
    public OtherUtBot() {
      super("UT_BOT");
    }
  }

  /** Its names mean something else in a file, and its default is not allowed. */
  public static final class BadNames extends Idle {
    public BadNames() {
      super(
          "jars",
          Parameter.real("enabled", 0, 0, 1, "Taken."),
          Parameter.real("level", 2, 0, 1, "Out of range."));
    }

    @Override
    public List<TextParameter> texts(Edition edition) {
      return List.of(
          TextParameter.choice("level", List.of("low", "high"), "Used before."),
          new TextParameter("who", List.of(), List.of("a b"), "White space."));
    }
  }

  private abstract static class Idle implements SymbolStrategy {

    private final String id;
    private final List<Parameter> parameters;

    Idle(String id, Parameter... parameters) {
      this.id = id;
      this.parameters = List.of(parameters);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Strategy.Input input() {
      return Strategy.Input.PRICES;
    }

    @Override
    public List<Parameter> parameters() {
      return parameters;
    }

    @Override
    public List<String> attributes() {
      return List.of();
    }

    @Override
    public Machine machine(Parameters values) {
      throw new UnsupportedOperationException("a test of settings runs no strategy");
    }
  }
}
