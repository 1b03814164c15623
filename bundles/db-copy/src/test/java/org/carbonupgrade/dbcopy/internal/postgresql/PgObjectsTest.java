package org.carbonupgrade.dbcopy.internal.postgresql;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.Collections;
import org.carbonupgrade.dbcopy.CompareResult;
import org.carbonupgrade.dbcopy.CopyResult;
import org.junit.Test;

/** Every kind of thing that a PostgreSQL database can hold arrives as it was, or is named. */
public class PgObjectsTest extends PgTest {

    @Test
    public void carriesTypesOfEveryKind() throws Exception {
        carries(
                "CREATE TYPE mood AS ENUM ('sad', 'it''s \\ ok', 'größe')",
                "CREATE TYPE pair AS (a integer, \"B b\" text COLLATE \"C\", m mood)",
                "CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = float8mi)",
                "CREATE DOMAIN positive AS integer DEFAULT 7 NOT NULL CONSTRAINT above CHECK (VALUE > 0)",
                "CREATE DOMAIN deep AS positive CHECK (VALUE < 1000)",
                "CREATE TABLE t (id integer PRIMARY KEY, m mood, p pair, ps pair[], ms mood[], s span, d deep, r regclass,"
                        + " e mood DEFAULT 'sad')",
                "INSERT INTO t VALUES (1, 'sad', '(1,\"x,\\\"y\",sad)', ARRAY['(2,,sad)'::pair, NULL], '{sad,NULL}',"
                        + " '[1.5,2)', 5, 't'), (2, NULL, NULL, '{}', NULL, 'empty', 6, 'pg_class')",
                "CREATE TABLE u (m mood PRIMARY KEY, d deep)",
                "INSERT INTO u VALUES ('größe', 3)");
    }

    @Test
    public void carriesValuesOfEveryType() throws Exception {
        carries(
                "CREATE TABLE v (id serial PRIMARY KEY, a smallint, b bigint, c numeric, d numeric(10, 3), e real, f float8,"
                        + " g text, h varchar(20), i char(5), j bytea, k boolean, l date, m time, n timetz, o timestamp,"
                        + " p timestamptz, q interval, r uuid, s json, t jsonb, u inet, v cidr, w macaddr, x bit(3),"
                        + " y varbit, z point, aa polygon, ab tsvector, ac tsquery, ad int4range, ae integer[], af text[][],"
                        + " ag money, ah oid, ai \"char\", aj name, ak box, al circle, am xid, an tid, ao lseg, ap path)",
                "INSERT INTO v(a, b, c, d, e, f, g) VALUES (-32768, 9223372036854775807, 'NaN', 1.500, '-0', '-0', ''),"
                        + " (32767, -9223372036854775808, 0.00000000000000000000000000000000001, -1, 'Infinity', 'NaN',"
                        + " E'tab\\t \\\\ \\n nl'), (0, 0, 123456789012345678901234567890.10, 0, 1e-45, 0.1,"
                        + " '\\N'), (0, 0, 1e100, 0, 3.4028235e38, 5e-324, '😀 größe ''\"'), (NULL, NULL, NULL, NULL,"
                        + " NULL, NULL, NULL)",
                "INSERT INTO v(h, i, j, k, l, m, n, o, p, q, r) VALUES ('trailing  ', 'a', decode('00ff0a5c', 'hex'), true,"
                        + " 'infinity', '24:00', '23:59:59.999999+15:59', '0044-03-15 00:00 BC', 'infinity',"
                        + " '1 year -2 months 3 days -04:05:06.7', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'), ('', '', '', false,"
                        + " '4713-01-01 BC', '00:00', '00:00-15:59', '294276-12-31 23:59:59.999999', '-infinity', '-178000000 years',"
                        + " NULL), (NULL, NULL, repeat('x', 300000)::bytea, NULL, '5874897-12-31', NULL, NULL,"
                        + " '2016-03-27 02:30:00', '2016-10-30 02:30:00+02', '0', NULL)",
                "INSERT INTO v(s, t, u, v, w, x, y, z, aa, ab, ac, ad, ae, af, ag, ah, ai, aj, ak, al, am, an, ao, ap) VALUES"
                        + " ('{\"a\" : 1,\"a\":2 }', '{\"b\": [1.00, null]}', '::1/64', '10.0.0.0/8', '08:00:2b:01:02:03',"
                        + " '101', '', '(1,-0)', '((0,0),(1,1),(1,0))', 'a:1A fat:2', 'a & !b:*', '[1,5)', '[2:3]={1,NULL}',"
                        + " '{{a,\"b,c\"},{\"\",\"NULL\"}}', 12.34, 4294967295, E'\\\\377', 'name', '(1,1),(0,0)', '<(0,0),1>',"
                        + " '7', '(1,2)', '[(0,0),(1,1)]', '[(0,0),(1,1)]')",
                "CREATE TABLE nothing ()",
                "INSERT INTO nothing SELECT FROM generate_series(1, 3)",
                "CREATE TABLE twice (a integer, b xml)",
                "INSERT INTO twice VALUES (1, '<a>ü</a>'), (1, '<a>ü</a>'), (NULL, NULL)");
    }

    @Test
    public void carriesTablesWithAllThatTheyCanBe() throws Exception {
        assumeTrue("the server has what is to be carried", server.version() >= 14);
        carries(
                "CREATE SCHEMA \"Ünï.qu\"\"ote\"",
                "CREATE COLLATION \"Ünï.qu\"\"ote\".c2 (LC_COLLATE = 'C', LC_CTYPE = 'C')",
                "CREATE SEQUENCE plain START 5 INCREMENT -3 MINVALUE -100 MAXVALUE 50 CACHE 7 CYCLE",
                "CREATE SEQUENCE small AS smallint",
                "SELECT nextval('plain'), nextval('small')",
                "CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT i * 2'",
                "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := ''x''; RETURN NEW; END'",
                "CREATE UNLOGGED TABLE fast (a integer) WITH (fillfactor = 70, autovacuum_enabled = false)",
                "CREATE TABLE \"Ünï.qu\"\"ote\".\"T t\" (\"select\" integer GENERATED ALWAYS AS IDENTITY (START 10 INCREMENT 5),"
                        + " note varchar(20) COLLATE \"Ünï.qu\"\"ote\".c2 DEFAULT 'a''b\\c', g integer GENERATED ALWAYS AS"
                        + " (twice(n)) STORED, n integer NOT NULL DEFAULT twice(nextval('plain')::integer), ts timestamp DEFAULT now(),"
                        + " s serial, CONSTRAINT pk PRIMARY KEY (\"select\"), UNIQUE (note, n) DEFERRABLE INITIALLY DEFERRED,"
                        + " CHECK (n > -1000), EXCLUDE USING gist (box(point(n, n), point(n, n)) WITH &&))",
                "ALTER TABLE \"Ünï.qu\"\"ote\".\"T t\" ALTER note SET STORAGE EXTERNAL, ALTER n SET STATISTICS 500,"
                        + " ALTER n SET (n_distinct = 5), REPLICA IDENTITY FULL, DROP COLUMN ts",
                "INSERT INTO \"Ünï.qu\"\"ote\".\"T t\"(note, n) SELECT 'row ' || i, i FROM generate_series(1, 20) i",
                "CREATE TABLE child (id integer, parent integer REFERENCES \"Ünï.qu\"\"ote\".\"T t\" ON DELETE CASCADE ON"
                        + " UPDATE SET NULL DEFERRABLE, self integer, UNIQUE (id), FOREIGN KEY (self) REFERENCES child (id))",
                "INSERT INTO child VALUES (1, 10, 1), (2, NULL, 1)",
                "ALTER TABLE child ADD CONSTRAINT later CHECK (id > 1) NOT VALID",
                "CREATE INDEX \"I i\" ON \"Ünï.qu\"\"ote\".\"T t\" (lower(note) DESC NULLS LAST, n) INCLUDE (s) WHERE n > 3",
                "CREATE INDEX h ON child USING hash (parent)",
                "CREATE INDEX o ON child (id) WITH (fillfactor = 60)",
                "ALTER TABLE child CLUSTER ON o",
                "CREATE STATISTICS both_of (dependencies) ON id, parent FROM child",
                "CREATE VIEW seen WITH (security_barrier) AS SELECT id, twice(id) AS d FROM child WHERE id > 0 WITH LOCAL CHECK OPTION",
                "CREATE VIEW a_seen AS SELECT * FROM seen",
                "CREATE MATERIALIZED VIEW kept AS SELECT id, count(*) FROM child GROUP BY id",
                "CREATE UNIQUE INDEX k ON kept (id)",
                "CREATE MATERIALIZED VIEW empty AS SELECT * FROM kept WITH NO DATA",
                "CREATE TRIGGER tr BEFORE INSERT OR UPDATE OF note ON \"Ünï.qu\"\"ote\".\"T t\" FOR EACH ROW WHEN (NEW.n > 5)"
                        + " EXECUTE FUNCTION stamp()",
                "ALTER TABLE \"Ünï.qu\"\"ote\".\"T t\" DISABLE TRIGGER tr",
                "CREATE RULE r AS ON DELETE TO seen DO INSTEAD NOTHING",
                "CREATE POLICY own ON fast FOR SELECT TO PUBLIC USING (a > 1)",
                "ALTER TABLE fast ENABLE ROW LEVEL SECURITY",
                "CREATE PROCEDURE pr(INOUT x integer) LANGUAGE plpgsql AS 'BEGIN x := 1; END'",
                "CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0')",
                "CREATE FUNCTION over_view() RETURNS SETOF seen LANGUAGE sql AS 'SELECT * FROM seen'",
                "CREATE FUNCTION atomic_one() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM a_seen; END",
                "COMMENT ON TABLE child IS 'it''s \\ a\ncomment'",
                "COMMENT ON COLUMN child.id IS 'of a column'",
                "COMMENT ON CONSTRAINT later ON child IS 'of a constraint'",
                "COMMENT ON FUNCTION twice(integer) IS 'of a function'",
                "COMMENT ON SCHEMA public IS 'ours'",
                "COMMENT ON INDEX \"Ünï.qu\"\"ote\".\"I i\" IS 'of an index'",
                "COMMENT ON TRIGGER tr ON \"Ünï.qu\"\"ote\".\"T t\" IS 'of a trigger'",
                "GRANT SELECT, UPDATE (id) ON child TO pg_monitor",
                "GRANT SELECT ON seen TO PUBLIC",
                "REVOKE EXECUTE ON FUNCTION twice(integer) FROM PUBLIC");
    }

    @Test
    public void carriesPartitionsAndInheritance() throws Exception {
        assumeTrue("the server has what is to be carried", server.version() >= 14);
        carries(
                "CREATE TABLE p (id integer NOT NULL, at date NOT NULL, v text DEFAULT 'p', PRIMARY KEY (id, at)) PARTITION BY RANGE (at)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2015-01-01') TO ('2016-01-01')",
                "CREATE TABLE p2 (v text, at date NOT NULL, id integer NOT NULL)",
                "ALTER TABLE p ATTACH PARTITION p2 FOR VALUES FROM ('2016-01-01') TO (MAXVALUE)",
                "CREATE TABLE p3 PARTITION OF p DEFAULT PARTITION BY HASH (id)",
                "CREATE TABLE p31 PARTITION OF p3 FOR VALUES WITH (MODULUS 1, REMAINDER 0)",
                "ALTER TABLE p1 ALTER v SET DEFAULT 'p1'",
                "CREATE INDEX pv ON p (v)",
                "INSERT INTO p VALUES (1, '2015-05-05', 'a'), (2, '2016-05-05', 'b'), (3, '2014-01-01', 'c')",
                "CREATE TABLE refers (id integer, at date, FOREIGN KEY (id, at) REFERENCES p)",
                "INSERT INTO refers VALUES (1, '2015-05-05')",
                "CREATE TABLE base (a integer DEFAULT 1, b text, CHECK (a > 0))",
                "CREATE TABLE heir (c integer PRIMARY KEY) INHERITS (base)",
                "CREATE TABLE joined (b text, a integer, CHECK (a > 0), CONSTRAINT base_a_check CHECK (a > 0))",
                "ALTER TABLE joined INHERIT base",
                "ALTER TABLE heir ALTER a SET DEFAULT 5",
                "INSERT INTO base VALUES (1, 'x'), (2, 'y')",
                "INSERT INTO heir VALUES (3, 'z', 1)",
                "INSERT INTO joined VALUES ('w', 4)");
        assertEquals(
                Collections.singletonList("2 1 1"),
                column(
                        staging,
                        "SELECT (SELECT count(*) FROM ONLY base) || ' ' || (SELECT count(*) FROM heir) || ' '"
                                + " || (SELECT count(*) FROM joined)"));
    }

    @Test
    public void carriesOwnersAndGrantsWhereItMay() throws Exception {
        old = spec(old.name()).user(PgServer.ADMIN, PgServer.PASSWORD).build();
        staging = spec(staging.name()).user(PgServer.ADMIN, PgServer.PASSWORD).build();
        carries(
                "CREATE SCHEMA s",
                "CREATE TYPE s.mood AS ENUM ('sad')",
                "CREATE TABLE s.t (id serial PRIMARY KEY, m s.mood)",
                "CREATE SEQUENCE s.counted",
                "CREATE FUNCTION s.one() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "CREATE VIEW s.v AS SELECT * FROM s.t",
                "GRANT ALL ON s.t TO pg_monitor WITH GRANT OPTION",
                "GRANT USAGE ON SCHEMA s TO PUBLIC",
                "GRANT USAGE ON SEQUENCE s.t_id_seq TO pg_monitor",
                "REVOKE USAGE ON TYPE s.mood FROM PUBLIC");
    }

    /** The schema of the user's name comes first in the search path as soon as it is there. */
    @Test
    public void findsItsOwnCopyOfADatabaseWithASchemaOfTheUsersName() throws Exception {
        carries("CREATE TABLE t (a integer)", "CREATE SCHEMA carbon", "CREATE TABLE carbon.t (a integer)");
        assertTrue(copy().resumed());
        assertTrue(compare().equal());
    }

    @Test
    public void namesWhatItDoesNotCarry() throws Exception {
        assumeTrue("the server has what is to be carried", server.version() >= 14);
        sql(
                old,
                "CREATE FUNCTION same(integer, integer) RETURNS boolean LANGUAGE sql AS 'SELECT $1 = $2'",
                "CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same)",
                "CREATE TEXT SEARCH CONFIGURATION words (COPY = simple)",
                "SELECT lo_create(0)",
                "ALTER DATABASE " + old.name() + " SET work_mem = '5MB'",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor",
                "CREATE TABLE t (a integer)");
        server.execute(
                PgServer.ADMIN, old.name(), "CREATE TABLE theirs (a integer)", "GRANT SELECT ON theirs TO carbon");

        String named = String.join("\n", copy().notCarried());

        for (String expected : new String[] {
            "operator public.===",
            "text search configuration public.words",
            "1 large objects",
            "settings of " + old.name() + " (work_mem=5MB)",
            "default privileges of carbon",
            "owner postgres of table public.theirs"
        }) {
            assertTrue(named, named.contains(expected));
        }
        assertEquals(named, 6, named.split("\n").length);
    }

    private void carries(String... statements) throws Exception {
        sql(old, statements);

        CopyResult copied = copy();
        CompareResult compared = compare();

        assertEquals(Collections.emptyList(), copied.notCarried());
        assertEquals("[]", compared.schema().toString());
        assertTrue(compared.equal());
        if (PgDump.exists()) {
            assertEquals(dump(old), dump(staging));
        }
    }
}
