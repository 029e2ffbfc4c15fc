package io.mirrorcore.jobs.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;

/**
 * A directory that lives as long as its owner at most: deleted when it is closed, and where its
 * owner was killed, when the next one of the same name begins is made beside it.
 *
 * <p>A lock on a file in it tells whether the owner lives. It gets its name, by which the remains
 * are found, only when it is locked.
 */
public final class WorkDirectory implements AutoCloseable {

  private static final String OWNER = ".owner";
  private static final String UNNAMED = ".new-";
  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path path;
  private final FileClaim owner;

  private WorkDirectory(Path path, FileClaim owner) {
    this.path = path;
    this.owner = owner;
  }

  /**
   * Makes one, and deletes what dead owners have left.
   *
   * @param parent where it lies
   * @param prefix how its name begins; the number of the process follows
   */
  public static WorkDirectory in(Path parent, String prefix) throws IOException {
    Path unnamed = unnamed(parent, prefix + ProcessHandle.current().pid() + "-");
    collect(parent, prefix, Files.getOwner(unnamed));
    Path named = parent.resolve(unnamed.getFileName().toString().substring(UNNAMED.length()));
    FileClaim owner = FileClaim.take(unnamed.resolve(OWNER)).orElseThrow();
    owner.moveDirectory(named);
    return new WorkDirectory(named, owner);
  }

  /**
   * For this user alone. Java's own temporary directories will not do: the first one fixes where
   * all others are, and this may be the one that they shall be in.
   */
  private static Path unnamed(Path parent, String prefix) throws IOException {
    for (int number = 0; ; number++) {
      String name = prefix + number;
      if (!Files.exists(parent.resolve(name)) && isMade(parent.resolve(UNNAMED + name))) {
        return parent.resolve(UNNAMED + name);
      }
    }
  }

  private static boolean isMade(Path directory) throws IOException {
    try {
      Files.createDirectory(directory, PRIVATE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false; // of another thread, or of an earlier process with this pid
    }
  }

  private static void collect(Path parent, String prefix, UserPrincipal user) throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path left : all) {
        if (!Files.isSymbolicLink(left) && Files.isRegularFile(left.resolve(OWNER))) {
          collect(left, user);
        }
      }
    }
  }

  private static void collect(Path left, UserPrincipal user) {
    try {
      if (!Files.getOwner(left).equals(user)) {
        return; // their own programs do it
      }
      Optional<FileClaim> claim = FileClaim.take(left.resolve(OWNER));
      if (claim.isPresent()) {
        try (FileClaim dead = claim.get()) {
          delete(left);
        }
      }
    } catch (IOException e) {
      // Another program collects it this moment, or it is in use: that is for the next time.
      return;
    }
  }

  public Path path() {
    return path;
  }

  /** Deletes it; a second call does nothing. */
  @Override
  public void close() throws IOException {
    delete(path);
    owner.close();
  }

  /** Deletes a directory and all that is in it, but nothing that a link in it leads to. */
  public static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      Files.walkFileTree(directory, new Deletion());
    }
  }

  /** Deletes what it visits; a file that went by itself meanwhile is as good as deleted. */
  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
