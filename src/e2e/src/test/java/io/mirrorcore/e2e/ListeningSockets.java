package io.mirrorcore.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The TCP addresses on which a process accepts connections, as Linux tells them: sockets of {@code
 * /proc/net/tcp} and {@code tcp6} in the state LISTEN whose inode is among the process's open
 * files.
 */
final class ListeningSockets {

  private static final String LISTEN = "0A";
  private static final int LOCAL = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private ListeningSockets() {}

  /** Whether this machine tells them at all. */
  static boolean areTold() {
    return Files.isReadable(Path.of("/proc/self/net/tcp"));
  }

  /** All of one process, which must be of this user. */
  static List<InetSocketAddress> of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> inodes = inodes(process.resolve("fd"));
    List<InetSocketAddress> listening = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = process.resolve("net").resolve(table);
      if (Files.exists(file)) { // there is none of IPv6 where it is switched off
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line.strip().split("\\s+"))
            .filter(row -> row[STATE].equals(LISTEN) && inodes.contains(row[INODE]))
            .map(row -> address(row[LOCAL]))
            .forEach(listening::add);
      }
    }
    return listening;
  }

  /** Those of a process that other machines could reach. */
  static List<InetSocketAddress> beyondLoopback(long pid) throws IOException {
    return of(pid).stream().filter(socket -> !socket.getAddress().isLoopbackAddress()).toList();
  }

  private static Set<String> inodes(Path files) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> open = Files.list(files)) {
      open.map(ListeningSockets::target)
          .filter(target -> target.startsWith("socket:["))
          .forEach(target -> inodes.add(target.substring(8, target.length() - 1)));
    }
    return inodes;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (NoSuchFileException e) {
      return ""; // closed since the directory was read
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hexadecimal address and port; the address in words of the machine's own byte order. */
  private static InetSocketAddress address(String text) {
    int colon = text.indexOf(':');
    ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(text, 0, colon));
    ByteBuffer bytes = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
    while (words.hasRemaining()) {
      bytes.putInt(words.getInt());
    }
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(bytes.array()), Integer.parseInt(text.substring(colon + 1), 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("no address: " + text, e);
    }
  }
}
