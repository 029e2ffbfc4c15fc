package io.mirrorcore.jobs.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table of a page: the first column names its row, all others are figures.
 *
 * @param <R> what a row shows
 */
final class HtmlTable<R> {

  private final String caption;
  private final List<Column<R>> columns = new ArrayList<>();

  private record Column<R>(String head, String sub, Function<R, String> cell) {}

  /**
   * @param caption for those who do not see it
   */
  HtmlTable(String caption) {
    this.caption = caption;
  }

  /** Adds a column; {@code sub} is its second line, "" for none. */
  HtmlTable<R> with(String head, String sub, Function<R, String> cell) {
    columns.add(new Column<>(head, sub, cell));
    return this;
  }

  String of(List<R> rows) {
    StringBuilder html = new StringBuilder();
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(escaped(caption))
        .append("\"><table><caption class=\"unseen\">")
        .append(escaped(caption))
        .append("</caption><thead><tr>");
    for (Column<R> column : columns) {
      html.append("<th scope=\"col\">").append(escaped(column.head));
      if (!column.sub.isEmpty()) {
        html.append("<span class=\"sub\">").append(escaped(column.sub)).append("</span>");
      }
      html.append("</th>");
    }
    html.append("</tr></thead><tbody>");
    rows.forEach(row -> append(html, row));
    return html.append("</tbody></table></div>\n").toString();
  }

  private void append(StringBuilder html, R row) {
    html.append("<tr>");
    for (int i = 0; i < columns.size(); i++) {
      String text = escaped(columns.get(i).cell.apply(row));
      html.append(i == 0 ? "<th scope=\"row\">" + text + "</th>" : "<td>" + text + "</td>");
    }
    html.append("</tr>\n");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
