package io.mirrorcore.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page is made of: its own files, those of the report, which it looks like, and those of
 * the charts. All of them lie on the class path, in three places that are named here; an address is
 * a place and a plain name, so that it leads nowhere else.
 */
final class StaticFiles {

  private static final Pattern ADDRESS = Pattern.compile("/(page|report|uplot)/([A-Za-z0-9._-]+)");
  private static final Map<String, String> PLACES =
      Map.of(
          "page", "/io/mirrorcore/console/page/",
          "report", "/io/mirrorcore/jobs/report/",
          "uplot", "/META-INF/resources/webjars/uplot/1.6.30/dist/");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  /**
   * One of them.
   *
   * @param type its media type
   * @param bytes what is in it
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes to be sent
  record StaticFile(String type, byte[] bytes) {}

  private StaticFiles() {}

  static Optional<StaticFile> at(String path) {
    Matcher address = ADDRESS.matcher(path.equals("/") ? "/page/index.html" : path);
    if (!address.matches()) {
      return Optional.empty();
    }
    String name = address.group(2);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return type == null
        ? Optional.empty()
        : read(PLACES.get(address.group(1)) + name).map(bytes -> new StaticFile(type, bytes));
  }

  private static Optional<byte[]> read(String resource) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of the class path could not be read", e);
    }
  }
}
