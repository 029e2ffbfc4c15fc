package io.mirrorcore.e2e;

import static org.awaitility.Awaitility.await;

import io.mirrorcore.local.broker.BrokerSecurity;
import io.mirrorcore.local.broker.BrokerSecurity.Listener;
import io.mirrorcore.local.broker.BrokerSecurity.Protocol;
import io.mirrorcore.local.broker.EmbeddedBroker;
import io.mirrorcore.local.files.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker that asks for a password over TLS on one listener and for a client certificate on
 * another, and lets users do only what they have been granted.
 */
final class SecureBroker implements AutoCloseable {

  static final String USER = "alice";
  static final String USER_PASSWORD = "alice\"s-secret-90417"; // a quote, which JAAS minds

  /** May read and describe everything, and write nothing. */
  static final String READER = "reader";

  /** Holds what a test says that it holds at the moment, and nothing else: see {@link Grants}. */
  static final String HIRELING = "hireling";

  private static final String BY_PASSWORD = "PASSWORD";
  private static final String BY_CERTIFICATE = "CERTIFICATE";

  private final TemporaryDirectory directory;
  private final Certificates certificates;
  private final EmbeddedBroker broker;

  private SecureBroker(
      TemporaryDirectory directory, Certificates certificates, EmbeddedBroker broker) {
    this.directory = directory;
    this.certificates = certificates;
    this.broker = broker;
  }

  static SecureBroker start() throws Exception {
    TemporaryDirectory directory = TemporaryDirectory.create("mirrorcore-secure-");
    return start(directory, Certificates.make(directory.path()));
  }

  /** Another one with the same certificates. */
  static SecureBroker start(Certificates certificates) throws Exception {
    return start(TemporaryDirectory.create("mirrorcore-secure-"), certificates);
  }

  private static SecureBroker start(TemporaryDirectory directory, Certificates certificates)
      throws Exception {
    EmbeddedBroker broker =
        EmbeddedBroker.startTemporary(
            new BrokerSecurity(
                List.of(
                    new Listener(BY_PASSWORD, Protocol.SASL_SSL, passwords(certificates)),
                    new Listener(BY_CERTIFICATE, Protocol.SSL, clients(certificates))),
                Map.of(USER, USER_PASSWORD, READER, USER_PASSWORD, HIRELING, USER_PASSWORD),
                true));
    Files.writeString(directory.path().resolve("user.pw"), USER_PASSWORD + "\n");
    return new SecureBroker(directory, certificates, broker);
  }

  private static Map<String, String> passwords(Certificates certificates) {
    Map<String, String> settings = tls(certificates);
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
    settings.put(
        "scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put(
        "plain.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required user_%s=\"%s\";"
            .formatted(USER, USER_PASSWORD.replace("\"", "\\\"")));
    return settings;
  }

  private static Map<String, String> clients(Certificates certificates) {
    Map<String, String> settings = tls(certificates);
    settings.put("ssl.client.auth", "required");
    settings.put("ssl.truststore.type", "PKCS12");
    settings.put("ssl.truststore.location", certificates.trust().toString());
    settings.put("ssl.truststore.password", Certificates.PASSWORD);
    return settings;
  }

  private static Map<String, String> tls(Certificates certificates) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.keystore.location", certificates.broker().toString());
    settings.put("ssl.keystore.password", Certificates.PASSWORD);
    settings.put("ssl.key.password", Certificates.PASSWORD);
    return settings;
  }

  /** Grants a user what src/docs/security.md says that a job needs, under a prefix of names. */
  void grantJob(String user, String prefix) throws ExecutionException, InterruptedException {
    grant(user, ResourceType.TOPIC, prefix, AclOperation.READ, AclOperation.WRITE);
    grant(user, ResourceType.GROUP, prefix, AclOperation.READ);
    grant(user, ResourceType.TRANSACTIONAL_ID, prefix, AclOperation.WRITE);
  }

  void grant(String user, ResourceType type, String prefix, AclOperation... operations)
      throws ExecutionException, InterruptedException {
    List<AclBinding> bindings = new ArrayList<>();
    for (AclOperation operation : operations) {
      bindings.add(
          new AclBinding(
              new ResourcePattern(type, prefix, PatternType.PREFIXED),
              new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", open()))) {
      admin.createAcls(bindings).all().get();
      // The controller has them now, and the broker that judges by them a little later.
      await()
          .forever()
          .until(
              () -> admin.describeAcls(AclBindingFilter.ANY).values().get().containsAll(bindings));
    }
  }

  Certificates certificates() {
    return certificates;
  }

  /** A file that holds {@link #USER_PASSWORD}. */
  Path userPassword() {
    return directory.path().resolve("user.pw");
  }

  /** The address without authentication. */
  String open() {
    return broker.bootstrapServers();
  }

  /** The address that asks for a client certificate. */
  String mutual() {
    return broker.bootstrapServers(BY_CERTIFICATE);
  }

  /** Lines of a configuration that log a user in with a password over TLS. */
  List<String> byPassword(String user) {
    List<String> lines = trusting(BY_PASSWORD, "SASL_SSL");
    lines.add("kafka.sasl.mechanism: SCRAM-SHA-512");
    lines.add(
        ("kafka.sasl.jaas.config: 'org.apache.kafka.common.security.scram.ScramLoginModule"
                + " required username=\"%s\" password=\"${file:%s}\";'")
            .formatted(user, userPassword()));
    return lines;
  }

  /** Lines of a configuration that show the client's certificate. */
  List<String> byCertificate() {
    List<String> lines = trusting(BY_CERTIFICATE, "SSL");
    String password = "${file:" + certificates.password() + "}";
    lines.add("kafka.ssl.keystore.type: PKCS12");
    lines.add("kafka.ssl.keystore.location: " + certificates.client());
    lines.add("kafka.ssl.keystore.password: " + password);
    lines.add("kafka.ssl.key.password: " + password);
    return lines;
  }

  private List<String> trusting(String listener, String protocol) {
    List<String> lines = new ArrayList<>(Patience.KAFKA);
    lines.add("kafka.bootstrap.servers: " + broker.bootstrapServers(listener));
    lines.add("kafka.security.protocol: " + protocol);
    lines.add("kafka.ssl.truststore.type: PKCS12");
    lines.add("kafka.ssl.truststore.location: " + certificates.trust());
    lines.add("kafka.ssl.truststore.password: ${file:" + certificates.password() + "}");
    return lines;
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      broker.close();
    }
  }
}
