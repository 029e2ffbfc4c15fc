package io.mirrorcore.local.job;

import io.mirrorcore.strategy.Strategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds the jar of the documentation's example as its README says, against common alone. */
final class ExampleJar {

  private static final Path EXAMPLE = Path.of("../../src/docs/examples/my-strategy");

  private ExampleJar() {}

  static Path build(Path directory) throws IOException, URISyntaxException {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    compile(classes);
    Path jar = directory.resolve("buy-the-dip.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      add(entries, classes, classes);
      add(entries, EXAMPLE, EXAMPLE.resolve("META-INF"));
    }
    return jar;
  }

  private static void compile(Path classes) throws IOException, URISyntaxException {
    Path common =
        Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "--release",
              "17",
              "-proc:none",
              "-Xlint:all",
              "-Werror",
              "-cp",
              common.toString(),
              "-d",
              classes.toString());
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjects(EXAMPLE.resolve("src/com/example/BuyTheDip.java")))
              .call();
      if (!compiled) {
        throw new IllegalStateException("the example does not compile:\n" + messages);
      }
    }
  }

  private static void add(JarOutputStream jar, Path root, Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, jar);
      }
    }
  }
}
