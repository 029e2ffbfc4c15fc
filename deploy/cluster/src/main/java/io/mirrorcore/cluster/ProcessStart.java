package io.mirrorcore.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a process was started, to tell it from others that have had its pid: in clock ticks since
 * the machine was booted, with the id of that boot. Neither changes when somebody sets the clock,
 * from which a time of day is computed. Where the operating system does not tell the ticks, and in
 * files of earlier versions, it is the time of day all the same.
 *
 * @param text without white space: {@code TICKS@BOOT}, or epoch milliseconds
 */
public record ProcessStart(String text) {

  private static final Pattern TICKS = Pattern.compile("\\d+@\\S+");
  private static final Pattern MILLIS = Pattern.compile("\\d{1,18}");
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** Field 22 of the file, counted from 1; what precedes the third is cut off. */
  private static final int TICKS_FIELD = 22 - 3;

  /** A time of day is computed from ticks and the time of boot, which is rounded. */
  private static final long TOLERANCE_MS = 2_000;

  /**
   * What a file says.
   *
   * @throws IllegalArgumentException for what cannot be the text of a start
   */
  static ProcessStart parse(String text) {
    if (!TICKS.matcher(text).matches() && !MILLIS.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a start must be TICKS@BOOT or milliseconds; have " + text);
    }
    return new ProcessStart(text);
  }

  /** That of a process which is there. */
  static ProcessStart of(ProcessHandle process) {
    return new ProcessStart(
        ticks(process.pid())
            .orElseGet(() -> Long.toString(millis(process).orElse(System.currentTimeMillis()))));
  }

  boolean isByTicks() {
    return TICKS.matcher(text).matches();
  }

  boolean isThatOf(ProcessHandle process) {
    return isByTicks()
        ? ticks(process.pid()).filter(text::equals).isPresent()
        : millis(process).filter(this::isNear).isPresent();
  }

  private boolean isNear(long millis) {
    return Math.abs(millis - Long.parseLong(text)) <= TOLERANCE_MS;
  }

  private static Optional<Long> millis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli);
  }

  private static Optional<String> ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Optional.of(fields[TICKS_FIELD] + "@" + Files.readString(BOOT).strip());
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty(); // no such file system, or the process is gone
    }
  }
}
