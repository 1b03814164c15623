package org.carbonupgrade.internal.pack;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names in a zip: whoever made it can write anything there. */
final class EntryName {

    private EntryName() {}

    /**
     * Where an entry goes.
     *
     * @param folder of the zip whose content the target takes, ending with a slash or empty
     * @throws IOException if that is not below the target
     */
    static Path in(String folder, String name, Path target) throws IOException {
        boolean safe = name.startsWith(folder) || folder.startsWith(name);
        for (String part : name.split("/")) {
            safe &= !part.equals("..");
        }
        if (!safe || name.startsWith("/") || name.indexOf('\\') >= 0 || name.matches("(?s)[A-Za-z]:.*")) {
            throw new IOException("the name " + printable(name) + " leads out of the home's folder");
        }
        try {
            Path file = target.resolve(name.length() <= folder.length() ? "" : name.substring(folder.length()))
                    .normalize();
            if (!file.startsWith(target)) {
                throw new IOException("the name " + printable(name) + " leads out of the home's folder");
            }
            return file;
        } catch (InvalidPathException e) {
            throw new IOException("the name " + printable(name) + " is none on this system", e);
        }
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
