package io.mirrorcore.console.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Whole answers, and the headers that every one of them has. */
final class Reply {

  /** Nothing but what this server gives, and nobody may show it in a page of theirs. */
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'"
          + " data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String JSON = "application/json; charset=utf-8";

  /** Less is not worth the trouble. */
  private static final int GZIP_FROM = 1024;

  private Reply() {}

  static void secure(Response response) {
    response.getHeaders().put("Content-Security-Policy", CONTENT_POLICY);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Referrer-Policy", "no-referrer");
    response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  static void json(Request request, Response response, Callback callback, byte[] body) {
    bytes(request, response, callback, JSON, body);
  }

  /** An error in words, as JSON. */
  static void error(Response response, Callback callback, int status, String sentence) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
    response.write(true, ByteBuffer.wrap(Words.error(sentence)), callback);
  }

  static void nothing(Response response, Callback callback) {
    response.setStatus(204);
    response.write(true, ByteBuffer.allocate(0), callback);
  }

  static void bytes(
      Request request, Response response, Callback callback, String type, byte[] body) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
    byte[] sent = body;
    String encodings = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
    if (body.length >= GZIP_FROM && encodings != null && encodings.contains("gzip")) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
      sent = gzip(body);
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, sent.length);
    boolean head = "HEAD".equals(request.getMethod());
    response.write(true, ByteBuffer.wrap(head ? new byte[0] : sent), callback);
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }
}
