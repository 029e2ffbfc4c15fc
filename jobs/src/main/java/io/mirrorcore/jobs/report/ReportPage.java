package io.mirrorcore.jobs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A backtest's report as one HTML file, for a person who has to decide whether to trust the system
 * with money: the verdict in plain words first, then the figures with their intervals, then the
 * charts. The file opens without a network and refuses one: scripts, style and data are in it, and
 * its content security policy allows nothing else (scripts only by their hash).
 *
 * <p>Series of more than {@value TrackPanel#PORTFOLIO_POINTS} points are thinned, and the page says
 * so under the chart; {@code report.json} keeps them all. The same {@code report.json} gives the
 * same bytes.
 */
public final class ReportPage {

  private ReportPage() {}

  /**
   * Writes the page to {@code target}, replacing what is there. The page comes into being under its
   * name at once: an interrupted run leaves the old file or none, never half of one.
   *
   * @param reportJson the text of {@code report.json}, version 1
   * @throws IllegalArgumentException when it is not one
   */
  public static void write(String reportJson, Path target) throws IOException {
    String html = html(reportJson);
    Path part = Path.of(target + ".part");
    try {
      Files.writeString(part, html);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * The page to be served.
   *
   * @param reportJson the text of {@code report.json}, version 1
   * @throws IllegalArgumentException when it is not one
   */
  public static ServedPage served(String reportJson) {
    return new ServedPage(html(reportJson), PageTemplate.load().policy());
  }

  /**
   * The page.
   *
   * @param reportJson the text of {@code report.json}, version 1
   * @throws IllegalArgumentException when it is not one
   */
  static String html(String reportJson) {
    PageData data = PageData.read(reportJson);
    return PageTemplate.load().fill(data.portfolio(), data.toJson());
  }
}
