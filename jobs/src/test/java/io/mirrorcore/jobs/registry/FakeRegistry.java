package io.mirrorcore.jobs.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A schema registry in this process, with as much of its HTTP interface as is used. */
public final class FakeRegistry implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final List<String> schemas = new CopyOnWriteArrayList<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private volatile int status;

  public FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What it was asked, in order: method and path. */
  public List<String> questions() {
    return new ArrayList<>(questions);
  }

  List<String> authorizations() {
    return new ArrayList<>(authorizations);
  }

  /** From now on every answer is of this status; 0 is as usual. */
  public void answersWith(int newStatus) {
    status = newStatus;
  }

  /** The id of a schema of a subject, which it has from now on. */
  public synchronized int put(String subject, String schema) {
    return ids.computeIfAbsent(
        subject + schema,
        key -> {
          schemas.add(schema);
          return schemas.size();
        });
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      questions.add(exchange.getRequestMethod() + " " + path);
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      authorizations.add(String.valueOf(authorization));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (status != 0) {
        answer(exchange, status, Map.of("message", "out of order"));
      } else {
        answer(exchange, path, body);
      }
    }
  }

  private void answer(HttpExchange exchange, String path, String body) throws IOException {
    if (path.startsWith("/schemas/ids/")) {
      int id = Integer.parseUnsignedInt(path.substring("/schemas/ids/".length()));
      known(exchange, id);
    } else if (path.startsWith("/schemas/guids/")) {
      known(exchange, path.endsWith("-000000000001") ? 1 : 0);
    } else if (path.equals("/schemas/types")) {
      answer(exchange, 200, List.of("AVRO"));
    } else if (path.startsWith("/subjects/")) {
      register(exchange, path, JSON.readTree(body).get("schema").textValue());
    } else {
      answer(exchange, 404, Map.of("message", "nothing here"));
    }
  }

  private void known(HttpExchange exchange, int id) throws IOException {
    if (id < 1 || id > schemas.size()) {
      answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
    } else {
      answer(exchange, 200, Map.of("schema", schemas.get(id - 1)));
    }
  }

  private void register(HttpExchange exchange, String path, String schema) throws IOException {
    String subject = path.substring("/subjects/".length()).replace("/versions", "");
    if (path.endsWith("/versions")) {
      answer(exchange, 200, Map.of("id", put(subject, schema)));
    } else if (ids.containsKey(subject + schema)) {
      answer(exchange, 200, Map.of("id", ids.get(subject + schema), "subject", subject));
    } else {
      answer(exchange, 404, Map.of("error_code", 40401, "message", "Subject not found"));
    }
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
