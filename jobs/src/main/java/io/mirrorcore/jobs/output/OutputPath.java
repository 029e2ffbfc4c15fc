package io.mirrorcore.jobs.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;

/**
 * Where an output of a command goes. A symbolic link is followed, so that its target is replaced
 * and not the link; what is no regular file, such as a pipe or a device, is written straight into.
 *
 * @param given as the user wrote it, for messages
 * @param target what is written, which is no symbolic link
 * @param direct whether it is written straight into, instead of being replaced when all is there
 */
public record OutputPath(Path given, Path target, boolean direct) {

  /** More links than an operating system follows. */
  private static final int MOST_LINKS = 40;

  private static final List<Path> DEVICES = List.of(Path.of("/dev"), Path.of("/proc"));
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  /**
   * A file to write.
   *
   * @param inputs what the same command reads
   * @throws OutputException when it cannot be written, or is one of the inputs
   */
  public static OutputPath ofFile(Path given, Collection<Path> inputs) throws OutputException {
    try {
      OutputPath path = of(given);
      path.requirePlaceForFile();
      path.refuse(inputs);
      return path;
    } catch (IOException e) {
      throw OutputException.of(given, e);
    }
  }

  /**
   * A directory to write files into. It is made where it does not exist, its parents with it.
   *
   * @param names of the files that will be written or deleted there
   * @param inputs what the same command reads
   * @throws OutputException when it cannot be made, or one of the files cannot be written
   */
  public static Path directory(Path given, Collection<String> names, Collection<Path> inputs)
      throws OutputException {
    try {
      Path directory = of(given).target();
      if (!Files.isDirectory(directory)) {
        requireNoFile(given, directory);
        Files.createDirectories(directory);
      }
      requireWritable(given, directory);
      for (String name : names) {
        ofFile(directory.resolve(name), inputs);
      }
      return directory;
    } catch (IOException e) {
      throw OutputException.of(given, e);
    }
  }

  static OutputPath of(Path given) throws IOException {
    Path path = given.toAbsolutePath();
    for (int links = 0; links < MOST_LINKS; links++) {
      if (isDevice(path)) {
        return new OutputPath(given, path, !Files.isDirectory(path));
      }
      if (!Files.isSymbolicLink(path)) {
        return new OutputPath(given, path, isSpecial(path));
      }
      path = path.resolveSibling(Files.readSymbolicLink(path));
    }
    throw new OutputException("cannot write " + given + ": its symbolic links lead in a circle");
  }

  /** Also what a link of the system, like that of standard output, leads to: it is open already. */
  private static boolean isDevice(Path path) {
    Path plain = path.normalize();
    return DEVICES.stream().anyMatch(plain::startsWith) && !plain.startsWith(SHARED_MEMORY);
  }

  private static boolean isSpecial(Path path) throws IOException {
    return Files.exists(path) && Files.readAttributes(path, BasicFileAttributes.class).isOther();
  }

  private void requirePlaceForFile() throws OutputException {
    if (Files.isDirectory(target)) {
      throw new OutputException(given + " is a directory; give the path of a file");
    }
    if (direct) {
      return;
    }
    Path parent = target.getParent();
    if (!Files.isDirectory(parent)) {
      throw new OutputException(
          Files.exists(parent)
              ? "cannot write %s: %s is no directory".formatted(given, parent)
              : "cannot write %s: there is no directory %s".formatted(given, parent));
    }
    requireWritable(given, parent);
    if (Files.exists(target)) {
      requireWritable(given, target);
    }
    if (Files.isDirectory(part())) {
      throw new OutputException(
          "cannot write %s: %s is a directory, and that name is needed until the file is complete"
              .formatted(given, part()));
    }
  }

  private static void requireNoFile(Path given, Path directory) throws OutputException {
    for (Path path = directory; path != null; path = path.getParent()) {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new OutputException(
            path.equals(directory)
                ? given + " is a file; give a directory"
                : "cannot make the directory %s: %s is a file".formatted(given, path));
      }
    }
  }

  private static void requireWritable(Path given, Path path) throws OutputException {
    if (!Files.isWritable(path)) {
      throw new OutputException("cannot write " + given + ": permission denied");
    }
  }

  /** The same file counts under whatever name, also by a link. */
  private void refuse(Collection<Path> inputs) throws IOException {
    for (Path input : inputs) {
      if (isSame(target, input) || isSame(part(), input)) {
        throw new OutputException(
            "%s would be replaced, but it is read by the same command (%s); give another path"
                .formatted(given, input));
      }
    }
  }

  private static boolean isSame(Path output, Path input) throws IOException {
    return Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input);
  }

  /** The name of the file while it is being written. */
  Path part() {
    return target.resolveSibling(target.getFileName() + ".part");
  }
}
