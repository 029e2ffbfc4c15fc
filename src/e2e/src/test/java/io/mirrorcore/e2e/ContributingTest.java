package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The paths and classes that CONTRIBUTING.md sends a person to, looked up in the tree. */
class ContributingTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z][\\w.-]*(/[\\w.-]+)+/?|[\\w-]+\\.md");

  @Test
  void everyClassItNamesExists() throws IOException {
    Set<String> classes = classes();
    List<String> named = code(CLASS);

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(classes).containsAll(named);
  }

  @Test
  void everyPathItNamesExists() throws IOException {
    List<String> named = code(PATH);

    assertThat(named).hasSizeGreaterThan(8);
    assertThat(named).allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<String> links = found(LINK).toList();

    assertThat(links).isNotEmpty();
    assertThat(links).allSatisfy(path -> assertThat(ROOT.resolve(path)).isRegularFile());
  }

  @Test
  void itCanBeReadInOneSitting() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("CONTRIBUTING.md"))).hasSizeLessThanOrEqualTo(120);
  }

  /** What stands between backticks and is as a whole of that form. */
  private static List<String> code(Pattern form) throws IOException {
    return found(CODE).filter(form.asMatchPredicate()).distinct().toList();
  }

  private static Stream<String> found(Pattern pattern) throws IOException {
    String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  /** Names of all source files of the repository, without what a build has made. */
  private static Set<String> classes() throws IOException {
    Set<String> names = new TreeSet<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes is) {
            String name = directory.getFileName().toString();
            boolean built = name.equals("target") || name.equals(".git");
            return built ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            String name = file.getFileName().toString();
            if (name.endsWith(".java")) {
              names.add(name.substring(0, name.length() - ".java".length()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return names;
  }
}
