package io.mirrorcore.jobs.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to be the only one that writes a file, in this program and any other. The operating
 * system gives it back when the program ends, however that ends, so a file without an owner can be
 * told from one in use, whatever process numbers and clocks have become of meanwhile.
 */
final class FileClaim implements AutoCloseable {

  /** Asked first: to open and close a file once more would give up the lock of this program. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final FileChannel channel;
  private Path file;
  private boolean held = true;

  private FileClaim(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Claims a file, which is made where it does not exist; empty where another has it. */
  static Optional<FileClaim> take(Path named) throws IOException {
    Path file = real(named);
    if (!OURS.add(file)) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      if (Files.isSymbolicLink(file)) {
        Files.delete(file);
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      taken = channel.tryLock() != null;
      if (!taken) {
        channel.close();
      }
      return taken ? Optional.of(new FileClaim(file, channel)) : Optional.empty();
    } finally {
      if (!taken) {
        OURS.remove(file);
      }
    }
  }

  private static Path real(Path named) throws IOException {
    return named.toAbsolutePath().getParent().toRealPath().resolve(named.getFileName());
  }

  /** Gives the directory that the file is in another name. */
  void moveDirectory(Path to) throws IOException {
    Path from = file.getParent();
    Path moved = real(to).resolve(file.getFileName());
    OURS.add(moved); // before anybody can see it
    Files.move(from, to);
    OURS.remove(file);
    file = moved;
  }

  FileChannel channel() {
    return channel;
  }

  /** Gives it back; a second call does nothing, also where the channel was closed before. */
  @Override
  public void close() throws IOException {
    if (held) {
      held = false;
      OURS.remove(file);
      channel.close();
    }
  }
}
