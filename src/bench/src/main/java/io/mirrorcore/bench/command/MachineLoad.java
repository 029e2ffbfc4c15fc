package io.mirrorcore.bench.command;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How busy the machine is with other work, looked at while the bench itself is idle. Neighbours
 * share caches, memory and clock: also processor time then is not what it would be.
 */
final class MachineLoad {

  /** Share of all processors above which figures are to be taken with care. */
  static final double BUSY = 0.1;

  private static final long LOOK_MS = 400;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<Double> seen = new ArrayList<>();

  /** Looks for a moment. */
  void look() throws InterruptedException {
    system.getCpuLoad(); // from here on
    TimeUnit.MILLISECONDS.sleep(LOOK_MS);
    add(system.getCpuLoad());
  }

  /** Takes note of a share in [0, 1]; below 0 or NaN where the system tells none. */
  void add(double share) {
    if (share >= 0) {
      seen.add(share);
    }
  }

  /** Mean share of all processors that others had, in [0, 1]; NaN where nothing is known. */
  double mean() {
    return seen.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  boolean isBusy() {
    return mean() > BUSY;
  }

  /** In words, with a warning where it is needed. */
  String words() {
    if (seen.isEmpty()) {
      return "load of the machine: not told by this system";
    }
    String load =
        String.format(
            Locale.ROOT,
            "other work on the machine: %.0f %% of %d processors",
            100 * mean(),
            Runtime.getRuntime().availableProcessors());
    return isBusy()
        ? load
            + System.lineSeparator()
            + "WARNING: the machine is busy; compare ratios only, and claim no small differences"
        : load;
  }
}
