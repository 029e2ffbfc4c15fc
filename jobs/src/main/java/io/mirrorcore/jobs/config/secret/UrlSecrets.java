package io.mirrorcore.jobs.config.secret;

import java.util.regex.Pattern;

/** Credentials that stand in an address: {@code scheme://user:password@host/?token=...}. */
public final class UrlSecrets {

  /** As far as the last @, because a password may hold every character before it. */
  private static final Pattern USER = Pattern.compile("(://)[^\\s?#,]*@");

  private static final Pattern QUERY = Pattern.compile("(://[^\\s?]*\\?)[^\\s,]+");

  private UrlSecrets() {}

  /** The text with stars in the place of whatever logs in. */
  public static String masked(String text) {
    return QUERY.matcher(USER.matcher(text).replaceAll("$1******@")).replaceAll("$1******");
  }

  static boolean isIn(String text) {
    return !masked(text).equals(text);
  }
}
