package io.mirrorcore.jobs.config.settings;

import io.mirrorcore.jobs.config.ConfigurationException;
import io.mirrorcore.jobs.config.key.ConfigKey;
import io.mirrorcore.jobs.config.key.StrategyKeys;
import io.mirrorcore.portfolio.settings.Cash;
import io.mirrorcore.strategy.Edition;
import io.mirrorcore.strategy.Parameter;
import io.mirrorcore.strategy.Strategy;
import io.mirrorcore.strategy.TextParameter;
import io.mirrorcore.strategy.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Opens the jars of users where a job is submitted, and checks all that would otherwise fail much
 * later on a worker.
 *
 * <p>One class loader has all jars, as on a worker. It stays open for as long as its strategies
 * live, because a strategy may load more classes whenever it runs.
 */
final class StrategyJars {

  private static final String SERVICE = "META-INF/services/" + Strategy.class.getName();
  private static final String OWN_CLASS = Strategy.class.getName().replace('.', '/') + ".class";
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  private final String where;
  private final Map<String, String> jarByClass = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private StrategyJars(String where) {
    this.where = where;
  }

  /**
   * The strategies that the jars provide, by id.
   *
   * @param paths of the jars
   * @param where they are named, for messages
   * @throws ConfigurationException with all that is wrong with them
   */
  static List<Strategy> load(List<String> paths, String where) {
    StrategyJars jars = new StrategyJars(where);
    paths.forEach(jars::readServices);
    jars.refuseProblems();
    List<Strategy> strategies = jars.instantiate(paths);
    strategies.forEach(jars::check);
    jars.refuseProblems();
    return strategies;
  }

  private void refuseProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }

  private void readServices(String path) {
    if (!isFile(path)) {
      unusable(path, "is no file", "correct the path, or leave it out");
      return;
    }
    try (JarFile jar = new JarFile(path)) {
      JarEntry service = jar.getJarEntry(SERVICE);
      List<String> classes = service == null ? List.of() : classes(jar, service);
      if (jar.getJarEntry(OWN_CLASS) != null) {
        unusable(path, "holds MirrorCore-X itself", "build it without, for a job brings its own");
      } else if (classes.isEmpty()) {
        unusable(path, "names no strategy", "list its classes in its " + SERVICE);
      }
      classes.forEach(name -> note(name, path));
    } catch (IOException e) {
      String cause = e.getClass().getSimpleName() + ": " + e.getMessage();
      unusable(path, "cannot be read (" + cause + ")", "make it a readable jar, or leave it out");
    }
  }

  private static boolean isFile(String path) {
    try {
      return Files.isRegularFile(Path.of(path));
    } catch (InvalidPathException e) {
      return false; // a character that no path can have
    }
  }

  /** As ServiceLoader reads them: one name a line, comments after #. */
  private static List<String> classes(JarFile jar, JarEntry service) throws IOException {
    try (InputStream bytes = jar.getInputStream(service)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(name -> !name.isEmpty())
          .distinct()
          .toList();
    }
  }

  private void note(String className, String path) {
    String other = jarByClass.putIfAbsent(className, path);
    if (other != null) {
      unusable(path, "provides " + className + ", as does \"" + other + '"', "leave one out");
    }
  }

  private List<Strategy> instantiate(List<String> paths) {
    URL[] urls = paths.stream().map(StrategyJars::url).toArray(URL[]::new);
    try {
      // What the loader also finds on the class path belongs to somebody else.
      return Catalogue.with(new URLClassLoader(urls, Strategy.class.getClassLoader())).stream()
          .filter(found -> jarByClass.containsKey(found.getClass().getName()))
          .toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new ConfigurationException(
          "%s must list jars whose strategies can be loaded; have %s (%s), and %s; build them anew"
              .formatted(StrategyKeys.JARS, paths, where, cause(e)));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(
          "%s must list strategies with ids of their own (%s): %s; rename one"
              .formatted(StrategyKeys.JARS, where, e.getMessage()));
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path + " has no URL", e); // every file has one
    }
  }

  private static String cause(Error error) {
    return error.getCause() == null ? error.toString() : error + ": " + error.getCause();
  }

  /** Ids and names are keys of the file; an id also names state, beside what operators keep. */
  private void check(Strategy strategy) {
    if (!ID.matcher(strategy.id()).matches() || strategy.id().equals(Cash.ID)) {
      wrong(
          strategy,
          "id",
          "1 to 64 upper-case letters, digits or underscores, a letter first, and not CASH",
          strategy.id());
    }
    Set<String> names =
        StrategyKeys.EACH.stream()
            .map(ConfigKey::key)
            .collect(Collectors.toCollection(HashSet::new));
    for (Parameter parameter : strategy.parameters()) {
      String name = parameter.name();
      checkName(strategy, name, names);
      if (!parameter.allows(parameter.defaultValue())) {
        wrong(strategy, "default of " + name, parameter.allowed(), parameter.defaultText());
      }
    }
    for (TextParameter text : strategy.texts(Edition.DEFAULT)) {
      checkName(strategy, text.name(), names);
      if (!text.allows(text.defaults())) {
        wrong(strategy, "default of " + text.name(), text.allowed(), text.defaultText());
      }
    }
  }

  private void checkName(Strategy strategy, String name, Set<String> before) {
    if (!NAME.matcher(name).matches() || !before.add(name)) {
      wrong(
          strategy,
          "name of a parameter",
          "1 to 64 letters, digits, underscores or dashes, a letter first, and neither enabled nor"
              + " used before",
          name);
    }
  }

  private void wrong(Strategy strategy, String what, String allowed, String value) {
    String className = strategy.getClass().getName();
    problems.add(
        "%s: %s of %s must be %s; have \"%s\" (\"%s\", %s); change the class"
            .formatted(
                StrategyKeys.JARS,
                what,
                className,
                allowed,
                value,
                jarByClass.get(className),
                where));
  }

  private void unusable(String path, String why, String remedy) {
    problems.add(
        "%s must list jars of strategies; have \"%s\" (%s), which %s; %s"
            .formatted(StrategyKeys.JARS, path, where, why, remedy));
  }
}
