package io.mirrorcore.jobs.registry;

import io.mirrorcore.jobs.config.secret.Secrets;
import io.mirrorcore.jobs.wire.format.SchemaBook;

/**
 * Where the schema registry is. Travels with a job; the secret is read where it is used.
 *
 * @param url without a slash at its end
 * @param authorization reference to the value of the HTTP header {@code Authorization}; null for
 *     none
 */
public record RegistryAddress(String url, String authorization) implements SchemaBook.Opener {

  private static final long serialVersionUID = 1;

  public RegistryAddress {
    url = url.replaceAll("/+$", "");
  }

  @Override
  public SchemaBook open() {
    String secret =
        authorization == null ? null : Secrets.read("format.registry-authorization", authorization);
    return new SchemaRegistry(new RegistryHttp(url, secret));
  }
}
