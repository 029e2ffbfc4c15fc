package io.mirrorcore.console.web;

import java.util.Optional;

/** What is not in the snapshot, and is asked for when somebody wants to know. */
public interface Answers {

  /** The certificate of the newest weights of a portfolio, computed anew: JSON. */
  Optional<byte[]> check(String portfolio);

  /** The newest weights of a portfolio as they are on the topic. */
  Optional<byte[]> record(String portfolio);

  /** The newest signal of a row of the heatmap for a symbol, with its attributes: JSON. */
  Optional<byte[]> signal(String row, String symbol);
}
