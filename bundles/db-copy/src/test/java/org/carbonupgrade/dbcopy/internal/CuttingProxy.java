package org.carbonupgrade.dbcopy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server of 127.0.0.1 on which connections break when they are told to. */
public final class CuttingProxy implements AutoCloseable {

    /** What is left of a connection. */
    public enum Cut {
        /** An orderly end, as of a process that died. */
        FIN,
        /** A reset, as from a firewall. */
        RST
    }

    private static final long COMMITTING_MILLIS = 200;

    private final int server;
    private final int port;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final AtomicBoolean refusing = new AtomicBoolean();
    private volatile ServerSocket door;
    private volatile Runnable then = () -> {};
    private volatile String unanswered;
    private volatile long delayMillis;
    private volatile boolean closed;

    public CuttingProxy(int server) throws IOException {
        this.server = server;
        this.door = open(0);
        this.port = door.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** How many times connections were cut. */
    public int cuts() {
        return cuts.get();
    }

    /** Cuts all connections when so many bytes have gone through, and lets none in for a while. */
    public void cutAfter(long bytes, Cut how, long refusedMillis) {
        then = () -> {
            cutAll(how);
            refuse(refusedMillis);
        };
        left.set(bytes);
    }

    /** Lets one statement with these words through, and cuts its connection before the answer comes. */
    public void cutBeforeTheAnswerTo(String words) {
        unanswered = words;
    }

    /** Lets everything wait. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    /** Cuts no more. */
    public void calm() {
        left.set(Long.MAX_VALUE);
        delayMillis = 0;
        unanswered = null;
    }

    public void cutAll(Cut how) {
        if (!pairs.isEmpty()) {
            cuts.incrementAndGet();
        }
        pairs.forEach(pair -> pair.cut(how));
    }

    /** Nobody listens here for a while; one that begins while another lasts is part of it. */
    private void refuse(long millis) {
        if (!refusing.compareAndSet(false, true)) {
            return;
        }
        try {
            door.close();
            TimeUnit.MILLISECONDS.sleep(millis);
            for (int attempt = 0; door.isClosed() && !closed; attempt++) {
                try {
                    door = open(port);
                } catch (BindException e) {
                    if (attempt == 100) {
                        throw e;
                    }
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            refusing.set(false);
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        door.close();
        pairs.forEach(pair -> pair.cut(Cut.FIN));
    }

    private ServerSocket open(int at) throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
        daemon(() -> {
            try {
                while (true) {
                    new Pair(opened.accept()).start();
                }
            } catch (IOException e) {
                // it was closed
            }
        });
        return opened;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void passed(int bytes) {
        if (left.get() != Long.MAX_VALUE && left.addAndGet(-bytes) <= 0) {
            left.set(Long.MAX_VALUE);
            daemon(then);
        }
    }

    /** A connection from the client and one to the server. */
    private final class Pair {

        private final Socket client;
        private final Socket behind;
        private volatile boolean deaf;

        private Pair(Socket client) throws IOException {
            this.client = client;
            this.behind = new Socket();
            try {
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                behind.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server), 2000);
            } catch (IOException e) {
                cut(Cut.RST);
            }
        }

        private void start() {
            pairs.add(this);
            daemon(() -> pump(client, behind, true));
            daemon(() -> pump(behind, client, false));
        }

        private void pump(Socket from, Socket to, boolean asking) {
            byte[] block = new byte[1 << 14];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    if (delayMillis > 0) {
                        TimeUnit.MILLISECONDS.sleep(delayMillis);
                    }
                    boolean last = asking && isLast(block, n);
                    if (asking || !deaf) {
                        out.write(block, 0, n);
                    }
                    if (last) {
                        TimeUnit.MILLISECONDS.sleep(COMMITTING_MILLIS);
                        cuts.incrementAndGet();
                        cut(Cut.RST);
                    }
                    passed(n);
                }
            } catch (IOException e) {
                // cut, by whomever
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cut(Cut.FIN);
        }

        private boolean isLast(byte[] block, int length) {
            String words = unanswered;
            if (words == null || !new String(block, 0, length, StandardCharsets.ISO_8859_1).contains(words)) {
                return false;
            }
            unanswered = null;
            deaf = true;
            return true;
        }

        private void cut(Cut how) {
            pairs.remove(this);
            for (Socket socket : new Socket[] {client, behind}) {
                try {
                    if (how == Cut.RST && !socket.isClosed()) {
                        socket.setSoLinger(true, 0);
                    }
                    socket.close();
                } catch (IOException e) {
                    // closed enough
                }
            }
        }
    }
}
