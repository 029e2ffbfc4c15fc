package io.mirrorcore.local.deliver;

import java.util.Optional;

/** Where alerts go. */
public interface Receiver {

  /**
   * Delivers once.
   *
   * @return why it did not arrive; empty where it did
   */
  Optional<String> deliver(Notice notice) throws InterruptedException;

  /** What it is called in a sentence, without any secret. */
  String name();
}
