package io.mirrorcore.console.web;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * By which names the server may be asked. A page of somebody else's can let its own name lead to
 * this machine, and would then read as if it were of here (DNS rebinding); but it cannot make a
 * browser say another name than its own.
 */
final class HostRule {

  private final Set<String> names = new TreeSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

  HostRule(Access access) {
    names.add(access.bind().toLowerCase(Locale.ROOT));
    access.hosts().forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
  }

  boolean allows(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    if (host == null) {
      return false;
    }
    String name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
    return names.contains(name) || name.equals(own(request));
  }

  /** The address that was asked, in figures: no name leads there by somebody else's will. */
  private static String own(Request request) {
    String address = Request.getLocalAddr(request);
    return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
  }
}
