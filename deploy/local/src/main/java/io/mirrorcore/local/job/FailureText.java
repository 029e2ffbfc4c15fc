package io.mirrorcore.local.job;

import java.util.regex.Pattern;
import org.apache.flink.util.ExceptionUtils;

/** What a failure of a job means, in as many words as one sentence has. */
final class FailureText {

  private static final Pattern PACKAGES = Pattern.compile("^([\\w$]+\\.)+(?=[A-Z][\\w$]*)");

  /** What Flink says when a job has used up its restarts. */
  private static final String GIVEN_UP =
      "Recovery is suppressed by ExponentialDelayRestartBackoffTimeStrategy";

  private FailureText() {}

  /** Whether a job has failed for good after all the restarts that it may have. */
  static boolean isGivenUp(Throwable failure) {
    return ExceptionUtils.findThrowableWithMessage(failure, GIVEN_UP).isPresent();
  }

  /** The last cause, on one line. */
  static String innermost(Throwable failure) {
    return innermost(ExceptionUtils.stringifyException(failure));
  }

  /**
   * The last cause of a stack trace, on one line: {@code OutOfMemoryError: Java heap space}.
   *
   * @param stackTrace as Java prints it
   */
  static String innermost(String stackTrace) {
    String last = "";
    for (String line : stackTrace.lines().toList()) {
      if (last.isEmpty()) {
        last = line;
      } else if (line.startsWith("Caused by: ")) {
        last = line.substring("Caused by: ".length());
      }
    }
    return PACKAGES.matcher(last.strip()).replaceFirst("").replaceFirst("\\.$", "");
  }
}
