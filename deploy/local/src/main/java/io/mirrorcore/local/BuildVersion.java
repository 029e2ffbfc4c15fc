package io.mirrorcore.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/**
 * The version of this build, which the build itself has written into a resource beside this class.
 */
public final class BuildVersion implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties build = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream("version.properties")) {
      build.load(in);
    }
    return new String[] {"MirrorCore-X " + build.getProperty("version")};
  }
}
