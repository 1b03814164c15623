package org.carbonupgrade.dbcopy;

import java.nio.file.Path;
import java.util.List;

/**
 * Copies a database to another of the same type, proves that both are equal, and tells what a database is.
 *
 * <p>The source of a copy or comparison is never written to: it is opened read-only by the strongest means its type has, and
 * the files of a closed embedded database are copied first and never opened in place. Every verb refuses with a
 * {@link DbCopyException} that has a code and a remedy. Implementations are safe for use by several threads.
 */
public interface DatabaseCopier {

    /**
     * Which database a URL leads to, without opening it.
     *
     * @throws DbCopyException if the type is not supported or the URL makes no sense
     */
    DatabaseIdentity identify(DatabaseSpec database);

    /**
     * What create scripts for a database's type are commonly called, without their ending, such as {@code mssql}.
     *
     * @throws DbCopyException if the type is not supported
     */
    String scriptName(DatabaseSpec database);

    /**
     * Whether two URLs lead to one physical database, also where {@link #identify} can't tell: servers are asked who they are.
     *
     * @throws DbCopyException if a type is not supported, or a server can't be asked
     */
    boolean same(DatabaseSpec one, DatabaseSpec other);

    /**
     * The files and directories that make up an embedded database, those of locks and traces included, as far as they exist;
     * none for a server's.
     *
     * @throws DbCopyException if the type is not supported or the URL makes no sense
     */
    List<Path> files(DatabaseSpec database);

    /**
     * Loads the driver of a database and tells its version, such as {@code org.h2.Driver 1.4}.
     *
     * @throws DbCopyException if the driver is missing or of a version that is not supported
     */
    String driver(DatabaseSpec database);

    /**
     * What a database is and holds, without changing it. A file database that does not exist is reported as such and not made.
     *
     * @throws DbCopyException if the type is not supported, the driver is missing, or the database can't be opened
     */
    DatabaseInfo inspect(DatabaseSpec database);

    /**
     * Makes the target equal to the source: schema, rows, positions of sequences. A copy that was interrupted is continued; one
     * that is complete is left alone.
     *
     * @throws DbCopyException if the target holds anything but this upgrade's own unfinished copy, if source and target are the
     *     same database or of different types, or if a statement fails
     */
    CopyResult copy(CopyRequest request, Progress progress);

    /**
     * Compares schema and rows of two databases and names what differs, down to rows. Changes neither.
     *
     * @throws DbCopyException if either can't be read; a difference is a result, not an exception
     */
    CompareResult compare(CompareRequest request, Progress progress);

    /**
     * Compares the tables, columns, keys and indexes of a database with those that a create script makes.
     *
     * @throws DbCopyException if the database or the script can't be read
     */
    ScriptComparison compareWithScript(DatabaseSpec database, Path createScript);

    /**
     * Runs a query on a read-only connection.
     *
     * @param query reads what it needs from the connection, which is closed afterwards; may return null
     * @throws DbCopyException if the database can't be opened or the query fails
     */
    <T> T query(DatabaseSpec database, Query<T> query);

    /**
     * Runs statements, each in a transaction of its own.
     *
     * @throws DbCopyException if the database can't be opened, is to be read only, or a statement fails: those after it are not run
     */
    void apply(DatabaseSpec database, List<String> statements);
}
