package io.mirrorcore.jobs.kafka;

import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/**
 * What a Kafka client's error means for the person who wrote the configuration: one sentence, with
 * the setting that is wrong and what to do about it, and never with a secret.
 */
final class ErrorText {

  private static final String TRUSTSTORE = "kafka." + SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG;
  private static final String KEYSTORE = "kafka." + SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG;
  private static final String PROTOCOL = "kafka." + CommonClientConfigs.SECURITY_PROTOCOL_CONFIG;
  private static final String SERVERS = "kafka." + CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
  private static final String JAAS = "kafka." + SaslConfigs.SASL_JAAS_CONFIG;

  private final Map<String, Object> settings;
  private final String servers;

  ErrorText(Map<String, Object> settings, String servers) {
    this.settings = settings;
    this.servers = servers;
  }

  /** Why {@code action} was not possible. */
  String refusal(Throwable error, String action) {
    String why = BrokerException.innermost(error);
    String broker = "The Kafka broker at " + servers;
    if (error instanceof SslAuthenticationException) {
      return handshake(broker, why);
    }
    if (error instanceof UnsupportedSaslMechanismException
        || error instanceof IllegalSaslStateException) {
      return "%s does not take %s %s, kafka.sasl.mechanism %s (%s): set what its listener asks for"
          .formatted(broker, PROTOCOL, protocol(), mechanism(), why);
    }
    if (error instanceof AuthenticationException) {
      return broker + " refused the credentials: " + why + "; correct user and password in " + JAAS;
    }
    if (error instanceof AuthorizationException) {
      return notAllowed(action);
    }
    if (error instanceof UnknownTopicOrPartitionException) {
      return "Kafka at " + servers + " has no such topic: could not " + action;
    }
    return error instanceof TimeoutException
        ? broker + " did not " + action + " in time: " + why
        : broker + " could not " + action + ": " + why;
  }

  /** The user is known, and may not do it. */
  String notAllowed(String action) {
    return "The Kafka broker at %s does not allow this user to %s: have its administrator grant it"
            .formatted(servers, action)
        + " (an ACL), or use another user";
  }

  private String handshake(String broker, String why) {
    String text = why.toLowerCase(Locale.ROOT);
    if (text.contains("certification path") || text.contains("trust anchor")) {
      return "%s has a certificate that %s (%s) does not trust: put the CA that signed it there"
          .formatted(broker, TRUSTSTORE, value(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG));
    }
    if (text.contains("subject alternative") || text.contains("no name matching")) {
      return "%s has a certificate for other names (%s): use one of its names in %s"
          .formatted(broker, why, SERVERS);
    }
    if (text.contains("alert")) {
      return settings.containsKey(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG)
          ? "%s does not accept the client certificate in %s (%s): use one of a CA that it trusts"
              .formatted(broker, KEYSTORE, why)
          : "%s asks for a client certificate (%s): set %s".formatted(broker, why, KEYSTORE);
    }
    return "%s ended the TLS handshake (%s): check %s, %s and %s"
        .formatted(broker, why, PROTOCOL, TRUSTSTORE, KEYSTORE);
  }

  /** Why nothing answers, if {@code found} alone tells it, else null. */
  String mismatch(ConnectionProbe found) {
    boolean tls = protocol().contains("SSL");
    if (found == ConnectionProbe.TLS && !tls) {
      String wanted = protocol().contains("SASL") ? "SASL_SSL" : "SSL or SASL_SSL";
      return "The Kafka broker at %s speaks TLS, and %s is %s: set %s"
          .formatted(servers, PROTOCOL, protocol(), wanted);
    }
    if (found == ConnectionProbe.PLAINTEXT && tls) {
      return "The Kafka broker at %s does not speak TLS there, and %s is %s: use its TLS port in %s"
          .formatted(servers, PROTOCOL, protocol(), SERVERS);
    }
    return null;
  }

  /** Nothing answered; {@code found} does not tell why. */
  String silence(ConnectionProbe found, String seconds) {
    String nobody = "No Kafka broker answered at " + servers + " within " + seconds + " seconds: ";
    return found == ConnectionProbe.NOBODY
        ? nobody + "start it, or correct " + SERVERS
        : nobody + "something listens there, so check " + PROTOCOL + " (" + protocol() + ")";
  }

  /** A client could not even be built. */
  static String unusable(Throwable error) {
    String why = BrokerException.innermost(error);
    String text = why.toLowerCase(Locale.ROOT);
    String remedy = "";
    if (mayQuoteASecret(error)) {
      why = "the login is no module with its options, ended by a semicolon";
      remedy = ": correct " + JAAS;
    } else if (text.contains("password") || text.contains("decrypt") || text.contains("key")) {
      why = "a truststore, keystore or key does not open with the password given for it";
      remedy = ": correct the passwords kafka.ssl.*.password";
    } else if (why.startsWith("/")) {
      why = "there is no file " + why;
      remedy = ": correct " + TRUSTSTORE + " or " + KEYSTORE;
    }
    return "The Kafka client settings cannot be used: " + why + remedy;
  }

  /** Kafka's parser of logins quotes the part at which it gave up. */
  static boolean mayQuoteASecret(Throwable error) {
    return BrokerException.innermost(error).toLowerCase(Locale.ROOT).contains("jaas");
  }

  private String protocol() {
    return String.valueOf(
            settings.getOrDefault(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL))
        .toUpperCase(Locale.ROOT);
  }

  private Object mechanism() {
    return settings.getOrDefault(SaslConfigs.SASL_MECHANISM, SaslConfigs.DEFAULT_SASL_MECHANISM);
  }

  private Object value(String setting) {
    return settings.getOrDefault(setting, "not set");
  }
}
