-- 50 million narrow rows at :scale 1, in one table with a key.
\set ON_ERROR_STOP on
SELECT (50000000 * :scale)::bigint AS rows \gset
CREATE TABLE narrow (id bigint NOT NULL, owner integer NOT NULL, level smallint, flag boolean, PRIMARY KEY (id));
INSERT INTO narrow SELECT i, (i * 7919) % 100003, nullif(i % 10, 0), i % 3 = 0 FROM generate_series(1, :rows) i;
VACUUM ANALYZE;
CHECKPOINT;
