package io.mirrorcore.bench.child;

import com.sun.management.OperatingSystemMXBean;
import io.mirrorcore.bench.figure.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Processor time of this process, which a neighbour on the machine does not lengthen much. Threads
 * of the JVM itself are told apart by the names that they have under Linux; elsewhere compilers
 * count as work, and the collector as nothing.
 */
final class ProcessorClock {

  private static final Path THREADS = Path.of("/proc/self/task");

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  Usage now() {
    long compilers = 0;
    long collector = 0;
    if (Files.isDirectory(THREADS)) {
      try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
        for (Path thread : threads) {
          String name = read(thread.resolve("comm"));
          if (isCompiler(name)) {
            compilers += nanos(thread);
          } else if (isCollector(name)) {
            collector += nanos(thread);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Usage(system.getProcessCpuTime(), compilers, collector);
  }

  static boolean isCompiler(String thread) {
    return thread.startsWith("C1 Comp") || thread.startsWith("C2 Comp");
  }

  static boolean isCollector(String thread) {
    return thread.startsWith("GC Thread") || thread.startsWith("G1 ");
  }

  /** Of a thread: the first number is its time on a processor, in nanoseconds. */
  private static long nanos(Path thread) throws IOException {
    String text = read(thread.resolve("schedstat"));
    return text.isEmpty() ? 0 : Long.parseLong(text.substring(0, text.indexOf(' ')));
  }

  /** Empty for a thread that has just ended. */
  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      if (!Files.exists(file)) {
        return "";
      }
      throw e;
    }
  }
}
