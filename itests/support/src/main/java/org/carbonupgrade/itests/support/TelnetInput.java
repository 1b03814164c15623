package org.carbonupgrade.itests.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads text from a telnet connection and answers the server's negotiation meanwhile. Equinox waits a minute for the type of the
 * terminal before it shows a prompt, so that is told; all else is declined.
 */
final class TelnetInput {

    private static final int IAC = 255;
    private static final int DONT = 254;
    private static final int DO = 253;
    private static final int WONT = 252;
    private static final int WILL = 251;
    private static final int SUBNEGOTIATION = 250;
    private static final int SUBNEGOTIATION_END = 240;
    private static final int TERMINAL_TYPE = 24;
    private static final int IS = 0;

    private final InputStream input;
    private final OutputStream output;

    TelnetInput(InputStream input, OutputStream output) {
        this.input = input;
        this.output = output;
    }

    /** Reads up to and including the mark; returns what came before it. */
    String readUntil(String mark) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (true) {
            int next = read();
            if (next == IAC) {
                answer();
                continue;
            }
            text.write(next);
            String soFar = next == mark.charAt(mark.length() - 1) ? text.toString(StandardCharsets.UTF_8) : "";
            if (soFar.endsWith(mark)) {
                return soFar.substring(0, soFar.length() - mark.length());
            }
        }
    }

    private void answer() throws IOException {
        int verb = read();
        switch (verb) {
            case DO -> answerDo(read());
            case WILL, WONT, DONT -> read();
            case SUBNEGOTIATION -> answerSubnegotiation();
            default -> {
                // A bare command; none asks for an answer.
            }
        }
    }

    private void answerDo(int option) throws IOException {
        send(IAC, option == TERMINAL_TYPE ? WILL : WONT, option);
    }

    private void answerSubnegotiation() throws IOException {
        int option = read();
        int previous = 0;
        int next = read();
        while (previous != IAC || next != SUBNEGOTIATION_END) {
            previous = next;
            next = read();
        }
        if (option == TERMINAL_TYPE) {
            send(IAC, SUBNEGOTIATION, TERMINAL_TYPE, IS, 'X', 'T', 'E', 'R', 'M', IAC, SUBNEGOTIATION_END);
        }
    }

    private void send(int... bytes) throws IOException {
        for (int b : bytes) {
            output.write(b);
        }
        output.flush();
    }

    private int read() throws IOException {
        int next = input.read();
        if (next < 0) {
            throw new EOFException("the console closed the connection");
        }
        return next;
    }
}
