package org.carbonupgrade.itests.support;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Runs commands in a server's OSGi console: {@code server.console().run("help")}. */
public final class Console implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PROMPT = "osgi> ";

    private final Socket socket;
    private final TelnetInput input;

    private Console(Socket socket, TelnetInput input) {
        this.socket = socket;
        this.input = input;
    }

    static Console connect(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            Console console = new Console(socket, new TelnetInput(socket.getInputStream(), socket.getOutputStream()));
            console.input.readUntil(PROMPT);
            return console;
        } catch (IOException e) {
            throw new HarnessException("no OSGi console answers on loopback port " + port, e);
        }
    }

    /** Runs a command that answers within a minute. */
    public String run(String command) {
        return run(command, PATIENCE);
    }

    /**
     * Runs one command and returns what it printed, lines ended by a single newline, without echo and prompt.
     *
     * @param silence how long the command may print nothing before it ends
     * @throws HarnessException if it is silent for longer
     */
    public String run(String command, Duration silence) {
        try {
            socket.setSoTimeout((int) silence.toMillis());
            OutputStream output = socket.getOutputStream();
            output.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            output.flush();
            String answer = input.readUntil(PROMPT).replace("\r", "");
            return withoutEcho(answer, command).strip();
        } catch (IOException e) {
            throw new HarnessException("no answer from the OSGi console to: " + command, e);
        }
    }

    private static String withoutEcho(String answer, String command) {
        return answer.startsWith(command) ? answer.substring(command.length()) : answer;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new HarnessException("cannot close the connection to the OSGi console", e);
        }
    }
}
