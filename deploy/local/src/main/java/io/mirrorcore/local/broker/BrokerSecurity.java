package io.mirrorcore.local.broker;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The access control of an embedded broker: listeners with TLS or passwords beside the open one, so
 * that a client's security settings can be tried without a cluster.
 *
 * <p>The open listener stays, for the broker itself and for setting up a test; its clients are
 * {@code User:ANONYMOUS} and may do everything.
 *
 * @param listeners beside the open one, each with a name of its own
 * @param users name and password of those that SCRAM-SHA-512 knows
 * @param permissions whether users other than {@code User:ANONYMOUS} may only do what an ACL grants
 */
public record BrokerSecurity(
    List<Listener> listeners, Map<String, String> users, boolean permissions) {

  /** What may stand between the name of a listener and its clients' identity. */
  public enum Protocol {
    SSL,
    SASL_SSL,
    SASL_PLAINTEXT
  }

  /**
   * A listener on a free port of loopback.
   *
   * @param name letters and digits
   * @param settings Kafka's for a listener, without their prefix: {@code ssl.keystore.location},
   *     {@code scram-sha-512.sasl.jaas.config}, ...
   */
  public record Listener(String name, Protocol protocol, Map<String, String> settings) {

    public Listener {
      if (!name.matches("[A-Za-z][A-Za-z0-9]*") || BrokerSettings.OWN.contains(name)) {
        throw new IllegalArgumentException(
            "name must be letters and digits, and none of "
                + BrokerSettings.OWN
                + "; have "
                + name);
      }
      settings = Map.copyOf(settings);
    }

    String prefix() {
      return "listener.name." + name.toLowerCase(Locale.ROOT) + ".";
    }
  }

  public BrokerSecurity {
    listeners = List.copyOf(listeners);
    users = Map.copyOf(users);
  }

  /** No listener but the open one. */
  static BrokerSecurity none() {
    return new BrokerSecurity(List.of(), Map.of(), false);
  }

  /** Users as Kafka's formatter wants them; their passwords are kept salted and hashed. */
  List<String> scramArguments() {
    return users.entrySet().stream()
        .map(
            user -> "SCRAM-SHA-512=[name=%s,password=%s]".formatted(user.getKey(), user.getValue()))
        .sorted()
        .toList();
  }

  @Override
  public String toString() { // a record's own would show the passwords
    return "BrokerSecurity[" + listeners.stream().map(Listener::name).toList() + "]";
  }
}
