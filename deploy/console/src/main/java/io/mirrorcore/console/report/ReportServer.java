package io.mirrorcore.console.report;

import io.mirrorcore.console.ConsoleException;
import io.mirrorcore.console.web.PageServer;
import io.mirrorcore.jobs.report.ComparisonPage;
import io.mirrorcore.jobs.report.ReportFolder;
import io.mirrorcore.jobs.report.ServedPage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves what backtests have left: the report of one, or several side by side with a link to each.
 * All is read once, at the start; what is written there later is not seen.
 */
public final class ReportServer implements AutoCloseable {

  private final PageServer pages;

  private ReportServer(PageServer pages) {
    this.pages = pages;
  }

  /**
   * Reads the directories and opens the server.
   *
   * @param port 0 for any that is free
   * @throws io.mirrorcore.jobs.report.ReportException where one of them holds no report
   * @throws ConsoleException where the port cannot be had
   */
  public static ReportServer start(List<Path> directories, int port) throws IOException {
    Map<String, PageServer.Page> pages = pages(directories);
    try {
      return new ReportServer(PageServer.start(port, pages));
    } catch (IOException e) {
      throw new ConsoleException(
          "The report cannot be served at port %d (%s); leave --port out for any that is free."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private static Map<String, PageServer.Page> pages(List<Path> directories) throws IOException {
    List<ReportFolder> runs = new ArrayList<>();
    for (Path directory : directories) {
      runs.add(ReportFolder.open(directory));
    }
    Map<String, PageServer.Page> pages = new LinkedHashMap<>();
    pages.put("/", page(runs.size() == 1 ? runs.get(0).page() : ComparisonPage.of(runs)));
    for (int i = 0; runs.size() > 1 && i < runs.size(); i++) {
      pages.put("/run/" + (i + 1) + "/", page(runs.get(i).page()));
    }
    return pages;
  }

  private static PageServer.Page page(ServedPage page) {
    return new PageServer.Page(page.html(), page.policy());
  }

  /** Where it is. */
  public URI address() {
    return pages.address();
  }

  @Override
  public void close() {
    pages.close();
  }
}
