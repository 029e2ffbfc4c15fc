package io.mirrorcore.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mirrorcore.paper.OrderGateway;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The documentation's example of a gateway, compiled from the files that people read. */
final class GatewayExample implements AutoCloseable {

  private static final Path EXAMPLE = Path.of("../docs/examples/gateway");

  private final URLClassLoader loader;

  private GatewayExample(URLClassLoader loader) {
    this.loader = loader;
  }

  static GatewayExample compile(Path directory) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("gateway"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (Stream<Path> files = Files.list(EXAMPLE);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "-Xlint:all,-path,-classfile,-processing",
              "-Werror",
              "-proc:none",
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiles =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiles).as(messages.toString()).isTrue();
    }
    URL[] place = {classes.toUri().toURL()};
    return new GatewayExample(new URLClassLoader(place, GatewayExample.class.getClassLoader()));
  }

  /** The example over a broker of which every call is answered by {@code calls}. */
  OrderGateway gateway(InvocationHandler calls) throws ReflectiveOperationException {
    Class<?> broker = loader.loadClass("Broker");
    Object client = Proxy.newProxyInstance(loader, new Class<?>[] {broker}, calls);
    return (OrderGateway) loader.loadClass("MyGateway").getConstructor(broker).newInstance(client);
  }

  /** Begins to read, hands on what comes, and ends; how many records that were. */
  int read(Properties client, String topic, OrderGateway gateway, int polls) throws Exception {
    Class<?> type = loader.loadClass("ReadOrders");
    int count = 0;
    try (AutoCloseable orders =
        (AutoCloseable)
            type.getConstructor(Properties.class, String.class, OrderGateway.class)
                .newInstance(client, topic, gateway)) {
      for (int i = 0; i < polls; i++) {
        count += (int) type.getMethod("once", Duration.class).invoke(orders, Duration.ofSeconds(1));
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
