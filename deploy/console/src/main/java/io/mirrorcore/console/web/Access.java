package io.mirrorcore.console.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the server listens, and to whom.
 *
 * @param bind address that it is bound to
 * @param port of it, 0 for any that is free
 * @param token that opens it; empty where whoever reaches it may read
 * @param hosts further names that it may be asked by: those of a proxy, or of the machine
 */
public record Access(String bind, int port, Optional<String> token, List<String> hosts) {

  /** Shorter than this can be guessed. */
  static final int LEAST_TOKEN = 16;

  /**
   * @throws ConsoleAccessException where others than this machine could read without a token
   */
  public Access {
    hosts = List.copyOf(hosts);
    if (token.isEmpty() && !isLoopback(bind)) {
      throw new ConsoleAccessException(
          "console.bind is %s, which other machines reach: console.token must be set, as ${file:/path} or ${env:NAME}; or leave console.bind at 127.0.0.1"
              .formatted(bind));
    }
    if (token.isPresent() && token.get().length() < LEAST_TOKEN) {
      throw new ConsoleAccessException(
          "console.token must have at least %d characters; has %d; make one by: openssl rand -hex 24"
              .formatted(LEAST_TOKEN, token.get().length()));
    }
  }

  private static boolean isLoopback(String bind) {
    try {
      return Arrays.stream(InetAddress.getAllByName(bind)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      throw new ConsoleAccessException(
          "console.bind must be an address of this machine, as 127.0.0.1; have " + bind);
    }
  }
}
