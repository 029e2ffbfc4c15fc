package io.mirrorcore.local.scaffold;

import io.mirrorcore.jobs.output.OutputException;
import io.mirrorcore.jobs.output.WorkDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A Maven project with one strategy: class, service, test, README and a copy of the strategy API,
 * so that it builds without this project being in any repository. It is made in a hidden directory
 * beside its place and moved there as a whole; nothing that is there is ever touched.
 */
public final class StrategyProject {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private final StrategyName name;
  private final String javaPackage;
  private final Path directory;

  private StrategyProject(StrategyName name, String javaPackage, Path directory) {
    this.name = name;
    this.javaPackage = javaPackage;
    this.directory = directory;
  }

  /**
   * A project to be written.
   *
   * @param given name of the strategy, as a class or as an id
   * @param javaPackage of its class
   * @param taken ids that other strategies have
   * @param out directory of the project, or null for one of its name
   * @throws ScaffoldException where a name will not do or the directory is not empty
   */
  public static StrategyProject of(String given, String javaPackage, Set<String> taken, Path out) {
    StrategyName name = StrategyName.of(given);
    if (taken.contains(name.id())) {
      throw new ScaffoldException(
          "there is a strategy %s already, and an id is one strategy's alone: take another name"
              .formatted(name.id()));
    }
    if (!SourceVersion.isName(javaPackage)) {
      throw new ScaffoldException(
          "--package must be a name of Java, as com.example; have " + javaPackage);
    }
    if (!SourceVersion.isName(name.type())) {
      throw new ScaffoldException(
          "a class cannot be called %s in Java: take another name".formatted(name.type()));
    }
    Path directory = (out == null ? Path.of(name.artifact()) : out).toAbsolutePath().normalize();
    return new StrategyProject(name, javaPackage, directory);
  }

  /** Where it is written. */
  public Path directory() {
    return directory;
  }

  /** Id of the strategy. */
  public String id() {
    return name.id();
  }

  /** The jar that its build makes. */
  public Path jar() {
    return directory.resolve("target").resolve(name.artifact() + ".jar");
  }

  /**
   * Writes it.
   *
   * @throws ScaffoldException where something is in its place
   * @throws OutputException where it cannot be written
   */
  public void write() throws IOException {
    requireFree();
    Path parent = directory.getParent();
    try {
      Files.createDirectories(parent);
      try (WorkDirectory work = WorkDirectory.in(parent, ".new-strategy-")) {
        Path made = work.path().resolve("project");
        writeInto(made);
        Files.deleteIfExists(directory); // it is empty
        Files.move(made, directory);
      }
    } catch (IOException e) {
      throw OutputException.of(directory, e);
    }
  }

  private void requireFree() throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(directory)) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new ScaffoldException(
        directory + " is there already, and nothing is overwritten: give another --out");
  }

  private void writeInto(Path made) throws IOException {
    String path = javaPackage.replace('.', '/');
    write(made.resolve("pom.xml"), filled("pom.xml"));
    write(made.resolve("README.md"), filled("README.md"));
    write(made.resolve(".gitignore"), "target/\n");
    write(
        made.resolve("src/main/java/%s/%s.java".formatted(path, name.type())),
        filled("Strategy.java.txt"));
    write(
        made.resolve("src/test/java/%s/%sTest.java".formatted(path, name.type())),
        filled("StrategyTest.java.txt"));
    write(
        made.resolve("src/main/resources/META-INF/services/io.mirrorcore.strategy.Strategy"),
        javaPackage + "." + name.type() + "\n");
    StrategyApiJar.copy(made.resolve("lib/mirrorcore-strategy-api.jar"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String filled(String resource) throws IOException {
    Map<String, String> places =
        Map.of(
            "package", javaPackage,
            "path", javaPackage.replace('.', '/'),
            "class", name.type(),
            "id", name.id(),
            "artifact", name.artifact(),
            "jar", jar().toString());
    return PLACE
        .matcher(text(resource))
        .replaceAll(place -> Matcher.quoteReplacement(places.get(place.group(1))));
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = StrategyProject.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
