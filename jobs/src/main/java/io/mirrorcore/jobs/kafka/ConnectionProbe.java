package io.mirrorcore.jobs.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Looks at what answers at an address when no Kafka client gets an answer there: a client that
 * speaks TLS to a plaintext listener, or the other way round, hears nothing and tries again until
 * its patience ends, though a single look tells the mistake.
 */
enum ConnectionProbe {
  /** Nothing accepts a connection, or not in time. */
  NOBODY,
  /** Something accepts connections, and says nothing in time. */
  SILENT,
  /** Something accepts connections and does not speak TLS. */
  PLAINTEXT,
  /** Something presents a certificate. */
  TLS;

  private static final int CONNECT_MS = 1000;

  /** For the first answer of a TLS listener, which on a busy machine takes its time. */
  private static final int HANDSHAKE_MS = 3000;

  /** The first answer of the addresses, {@code host:port} separated by commas. */
  static ConnectionProbe at(String servers) {
    for (String server : servers.split(",", -1)) {
      ConnectionProbe found = atOne(server);
      if (found != NOBODY) {
        return found;
      }
    }
    return NOBODY;
  }

  private static ConnectionProbe atOne(String server) {
    int colon = server.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      String host = server.substring(0, colon).replaceAll("^.*://|[\\[\\]]", "");
      int port = Integer.parseInt(server.substring(colon + 1));
      socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
      socket.setSoTimeout(HANDSHAKE_MS);
      return greeted(socket, host, port);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return NOBODY;
    }
  }

  private static ConnectionProbe greeted(Socket socket, String host, int port) {
    Witness witness = new Witness();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, new SecureRandom());
      try (SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
        tls.startHandshake();
      }
    } catch (SocketTimeoutException e) {
      return witness.seen.get() ? TLS : SILENT;
    } catch (IOException | GeneralSecurityException e) {
      return witness.seen.get() ? TLS : PLAINTEXT; // it never succeeds: the witness trusts nobody
    }
    return witness.seen.get() ? TLS : PLAINTEXT;
  }

  /** Sees that there is a certificate, and refuses whatever it is. */
  private static final class Witness implements X509TrustManager {

    private final AtomicBoolean seen = new AtomicBoolean();

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      seen.set(true);
      throw new CertificateException("only looked at");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("no client is expected");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
