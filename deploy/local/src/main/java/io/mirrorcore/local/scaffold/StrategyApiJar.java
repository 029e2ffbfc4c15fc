package io.mirrorcore.local.scaffold;

import io.mirrorcore.strategy.Strategy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The strategy API that this program runs with, as a jar. */
final class StrategyApiJar {

  /** Of every entry: the same classes give the same bytes. */
  private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private StrategyApiJar() {}

  /** Writes it to {@code jar}: a copy where it is a jar, else its classes packed into one. */
  static void copy(Path jar) throws IOException {
    Path source = source();
    Files.createDirectories(jar.getParent());
    if (Files.isDirectory(source)) {
      pack(source, jar);
    } else {
      Files.copy(source, jar);
    }
  }

  private static Path source() {
    try {
      return Path.of(Strategy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path is no path", e);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Path file : classFiles(classes)) {
        ZipEntry entry = new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
        entry.setTimeLocal(TIME);
        entries.putNextEntry(entry);
        Files.copy(file, entries);
      }
    }
  }

  private static List<Path> classFiles(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }
}
