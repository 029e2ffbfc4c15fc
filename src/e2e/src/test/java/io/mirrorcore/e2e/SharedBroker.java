package io.mirrorcore.e2e;

import io.mirrorcore.local.broker.EmbeddedBroker;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One Kafka broker for all test classes of the module, started by the first, closed at the end. */
final class SharedBroker implements BeforeAllCallback {

  private static volatile String servers;

  @Override
  public void beforeAll(ExtensionContext context) {
    servers =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(
                EmbeddedBroker.class, key -> EmbeddedBroker.startTemporary(), EmbeddedBroker.class)
            .bootstrapServers();
  }

  static String servers() {
    return servers;
  }
}
