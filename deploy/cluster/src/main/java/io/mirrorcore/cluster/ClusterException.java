package io.mirrorcore.cluster;

import io.mirrorcore.failure.UserError;

/**
 * The cluster cannot do what it was asked to. The message is one sentence for the person who runs
 * the program: what does not work, where, and what to do about it.
 */
public final class ClusterException extends RuntimeException implements UserError {

  private static final long serialVersionUID = 1;

  ClusterException(String sentence) {
    super(sentence);
  }

  ClusterException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
