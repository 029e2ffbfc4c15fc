package io.mirrorcore.local.power;

import io.mirrorcore.power.AllocatorPower;
import io.mirrorcore.power.PowerResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A study as one HTML file without scripts: the answer, the pictures, the table. It opens without a
 * network and refuses one.
 */
public final class PowerPage {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private PowerPage() {}

  /** The page. */
  public static String of(PowerResult result) {
    Map<String, String> places =
        Map.of(
            "verdict", escaped(PowerWords.verdict(result)),
            "basis", escaped(PowerWords.basis(result)),
            "sharpe", SharpePicture.of(result),
            "waiting", WaitingPicture.of(result),
            "table", table(result),
            "truth", truth(result));
    return PLACE
        .matcher(resource())
        .replaceAll(place -> Matcher.quoteReplacement(places.get(place.group(1))));
  }

  private static String table(PowerResult result) {
    StringBuilder html = new StringBuilder();
    for (AllocatorPower row : result.allocators()) {
      html.append("<tr><th scope=\"row\">").append(escaped(row.name())).append("</th>");
      cell(html, PowerWords.format("%.2f", row.sharpe().mean()));
      cell(html, PowerWords.format("%.2f to %.2f", row.sharpe().low(), row.sharpe().high()));
      cell(html, row.toEqual().map(PowerWords::difference).orElse("–"));
      cell(html, row.toEqual().map(d -> PowerWords.plain(d.years(0.5))).orElse("–"));
      cell(html, row.toEqual().map(d -> PowerWords.plain(d.years(0.8))).orElse("–"));
      cell(html, row.toMarket().map(PowerWords::difference).orElse("–"));
      cell(html, row.toMarket().map(d -> PowerWords.plain(d.years(0.8))).orElse("–"));
      html.append("</tr>\n");
    }
    return html.toString();
  }

  private static void cell(StringBuilder html, String text) {
    html.append("<td>").append(escaped(text)).append("</td>");
  }

  private static String truth(PowerResult result) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < result.truth().size(); i++) {
      html.append("<tr><th scope=\"row\">")
          .append(escaped(result.truth().names().get(i)))
          .append("</th>");
      cell(html, PowerWords.format("%.2f", result.truth().sharpe()[i]));
      cell(html, PowerWords.format("%.1f %%", 100 * result.truth().volatility()[i]));
      html.append("</tr>\n");
    }
    return html.toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource() {
    try (InputStream in = PowerPage.class.getResourceAsStream("power.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
