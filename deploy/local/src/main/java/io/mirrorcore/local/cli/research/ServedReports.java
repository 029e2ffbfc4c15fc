package io.mirrorcore.local.cli.research;

import io.mirrorcore.console.report.ReportServer;
import io.mirrorcore.local.cli.Interrupt;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Serves reports until somebody ends it, and says where.
 *
 * @param out where that is said
 * @param browse whether a browser is opened too
 */
record ServedReports(PrintWriter out, boolean browse) {

  private static final long LOOK_EVERY_MS = 500;

  void untilInterrupted(List<Path> directories, int port) throws IOException, InterruptedException {
    try (Interrupt interrupt = Interrupt.watch();
        ReportServer server = ReportServer.start(directories, port)) {
      out.println(
          (directories.size() == 1 ? "The report is at " : "The runs side by side are at ")
              + server.address()
              + " until you end this (Ctrl+C)");
      out.flush();
      if (browse) {
        browse(server.address());
      }
      while (!interrupt.await(LOOK_EVERY_MS)) {
        // until somebody ends it
      }
    }
  }

  /** Where there is no desktop the address that was printed is enough. */
  private void browse(URI address) {
    if (GraphicsEnvironment.isHeadless()
        || !Desktop.isDesktopSupported()
        || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
      return;
    }
    try {
      Desktop.getDesktop().browse(address);
    } catch (IOException e) {
      out.println("No browser could be opened (" + e.getMessage() + "); open the address by hand");
      out.flush();
    }
  }
}
