package org.carbonupgrade.internal.merge;

import java.util.function.UnaryOperator;

/** Something that a customer does to a stock configuration file. */
public final class Customisation {

    private final String name;
    private final String file;
    private final UnaryOperator<Hand> change;
    private final boolean alone;

    private Customisation(String name, String file, UnaryOperator<Hand> change, boolean alone) {
        this.name = name;
        this.file = file;
        this.change = change;
        this.alone = alone;
    }

    static Customisation of(String name, String file, UnaryOperator<Hand> change) {
        return new Customisation(name, file, change, false);
    }

    /** One that can't stand together with the others, because it is about the same place as one of them. */
    static Customisation alone(String name, String file, UnaryOperator<Hand> change) {
        return new Customisation(name, file, change, true);
    }

    public String file() {
        return file;
    }

    public boolean isAlone() {
        return alone;
    }

    public String applyTo(String text) {
        return change.apply(Hand.on(text)).text();
    }

    @Override
    public String toString() {
        return file.substring(file.lastIndexOf('/') + 1) + ": " + name;
    }
}
