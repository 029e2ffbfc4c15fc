/**
 * The product as its users have it: real brokers, real processes, real data. {@link
 * io.mirrorcore.e2e.SharedBroker} is the one broker of the module, {@link io.mirrorcore.e2e.Stage}
 * a set of topics on it for one test. Start with {@code Stage}. A test that needs no broker and no
 * process belongs to the module whose code it tests.
 */
package io.mirrorcore.e2e;
