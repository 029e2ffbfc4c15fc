package io.mirrorcore.e2e;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One {@link SecureBroker} for all test classes of the module, started by the first, closed at the
 * end. What a test is granted stays granted: under a prefix of names of its own.
 */
final class SharedSecureBroker implements BeforeAllCallback {

  private static volatile SecureBroker broker;

  @Override
  public void beforeAll(ExtensionContext context) {
    broker =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(SecureBroker.class, key -> start(), SecureBroker.class);
  }

  private static SecureBroker start() {
    try {
      return SecureBroker.start();
    } catch (Exception e) {
      throw new IllegalStateException("the broker with passwords does not start", e);
    }
  }

  static SecureBroker broker() {
    return broker;
  }
}
