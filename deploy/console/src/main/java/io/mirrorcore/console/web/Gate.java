package io.mirrorcore.console.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;

/**
 * Who may read. The token is exchanged once for a cookie that scripts cannot see and that no other
 * site's request carries; the cookie holds a number of its own, so that the token is in no cookie
 * store. Both are compared in a time that does not tell how much of them was right.
 */
final class Gate {

  private static final int SESSION_BYTES = 32;

  private final Optional<byte[]> token;
  private final String session;

  Gate(Optional<String> token) {
    this.token = token.map(text -> digest(text.getBytes(StandardCharsets.UTF_8)));
    byte[] random = new byte[SESSION_BYTES];
    new SecureRandom().nextBytes(random);
    session = HexFormat.of().formatHex(random);
  }

  boolean isOpen() {
    return token.isEmpty();
  }

  boolean admits(String offered) {
    return token.isEmpty()
        || MessageDigest.isEqual(token.get(), digest(offered.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether the request carries the cookie, where one is asked for. */
  boolean admits(Request request) {
    return isOpen()
        || Request.getCookies(request).stream()
            .filter(cookie -> cookie.getName().equals(name(request)))
            .map(HttpCookie::getValue)
            .anyMatch(this::isSession);
  }

  private boolean isSession(String value) {
    return MessageDigest.isEqual(
        session.getBytes(StandardCharsets.US_ASCII), value.getBytes(StandardCharsets.UTF_8));
  }

  /** The header that sets it. */
  String cookie(Request request) {
    return name(request) + "=" + session + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /** Cookies know no port: two consoles of one machine would take each other's away. */
  private static String name(Request request) {
    return "mirrorcore-console-" + Request.getLocalPort(request);
  }

  private static byte[] digest(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
