package io.mirrorcore.console.web;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** The little JSON that the server makes itself. */
final class Words {

  private Words() {}

  static byte[] error(String sentence) {
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(sentence));
    return ("{\"error\":\"" + quoted + "\"}").getBytes(StandardCharsets.UTF_8);
  }
}
