-- Deterministic synthetic data in the tables of a real Carbon server, about 2.4 GB at :scale 1. Run after its dbscripts/postgresql.sql.
-- Tenant realms are noise, so a server can't start on it; it is for measuring.
\set ON_ERROR_STOP on
\if :{?scale} \else \set scale 1 \endif
SELECT (300000*:scale)::int np, (1000000*:scale)::int nr, (300000*:scale)::int nc, (2000000*:scale)::int nprop, (500000*:scale)::int nu, (2000000*:scale)::int nattr, (100000*:scale)::int nh \gset
SET synchronous_commit=off; SET maintenance_work_mem='512MB';
CREATE OR REPLACE FUNCTION pg_temp.ten(i bigint) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN i%10<6 THEN -1234 ELSE (1+(i/10)%50)::int END $$;
INSERT INTO UM_TENANT SELECT i,'tenant'||i||'.example.com','admin@tenant'||i||'.example.com',true,'2015-01-01'::timestamp+i*interval '1 hour',decode(repeat(md5(i::text),32),'hex') FROM generate_series(1,50) i;
INSERT INTO UM_DOMAIN SELECT d*100+t,(ARRAY['PRIMARY','INTERNAL','SYSTEM'])[d],CASE WHEN t=0 THEN -1234 ELSE t END FROM generate_series(1,3) d, generate_series(0,50) t;
INSERT INTO REG_PATH SELECT i,'/_system/governance/trunk/services/'||md5(i::text)||'/p'||i, i/8, pg_temp.ten(i/4) FROM generate_series(1,:np) i;
-- content blobs 512..8191 bytes: even ids random, odd ids xml-like (compressible)
CREATE TEMP TABLE pool AS SELECT string_agg(decode(md5(i::text),'hex'),''::bytea ORDER BY i) b FROM generate_series(1,65536) i;
CREATE OR REPLACE FUNCTION pg_temp.fillc(n int, tab text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE b bytea; x bytea; l int; BEGIN SELECT pool.b INTO b FROM pool;
 SELECT convert_to(string_agg('<service id="'||i||'"><name>svc'||(i*7919)%10007||'</name><ns>http://ws.example.com/'||i%97||'</ns></service>'||chr(10),'' ORDER BY i),'UTF8') INTO x FROM generate_series(1,10000) i;
 FOR i IN 1..n LOOP l := 512+(i::bigint*7919)%7680;
  IF tab='c' THEN INSERT INTO REG_CONTENT VALUES(i, CASE WHEN i%2=0 THEN substring(b FROM 1+((i::bigint*104729)%1000000)::int FOR l) ELSE substring(x FROM 1+((i::bigint*104729)%700000)::int FOR l) END, pg_temp.ten(i/4));
  ELSE INSERT INTO REG_CONTENT_HISTORY VALUES(i, CASE WHEN i%2=0 THEN substring(b FROM 1+((i::bigint*104729)%1000000)::int FOR l) ELSE substring(x FROM 1+((i::bigint*104729)%700000)::int FOR l) END,0, pg_temp.ten(i/4)); END IF;
 END LOOP; END $$;
SELECT pg_temp.fillc(:nc,'c'); SELECT pg_temp.fillc(:nh,'h');
SET session_replication_role=replica; -- keys are consistent by construction; FKs re-checked at the end
INSERT INTO REG_RESOURCE SELECT p, CASE WHEN i%3=0 THEN NULL ELSE 'res'||i||'.xml' END, i, (ARRAY['application/xml','application/wsdl+xml','text/plain','application/json',NULL])[1+i%5],'admin',ts,'user'||i%1000,ts+interval '1 day', CASE WHEN i%4=0 THEN 'Description of resource '||i||' with é ü 漢字 text' END, CASE WHEN i<=:nc THEN i END, pg_temp.ten(CASE WHEN i<=:nc THEN i/4 ELSE p/4 END), gen_uuid FROM (SELECT i, CASE WHEN i<=:nc THEN 1+((i-1)%:np) ELSE 1+((i::bigint*31)%:np) END p, '2014-01-01'::timestamp+(i%50000000)*interval '1.25 second' ts, substr(md5(i::text),1,8)||'-'||substr(md5(i::text),9,4)||'-'||substr(md5(i::text),13,4)||'-'||substr(md5(i::text),17,4)||'-'||substr(md5(i::text),21) gen_uuid FROM generate_series(1,:nr) i) s;
INSERT INTO REG_RESOURCE_HISTORY SELECT i,'res'||i||'.xml',10000000+i,'application/xml','admin','2014-01-01','admin','2014-02-01',NULL,i,0,pg_temp.ten(i/4),md5(i::text) FROM generate_series(1,:nh) i;
INSERT INTO REG_PROPERTY SELECT i,'prop.name.'||i%200,'value of property '||i||' '||md5(i::text),pg_temp.ten((1+(i::bigint*37)%:np)/4) FROM generate_series(1,:nprop) i;
INSERT INTO REG_RESOURCE_PROPERTY SELECT i, CASE WHEN i%2=0 THEN 1+(i::bigint*17)%:nr END, 1+(i::bigint*37)%:np, CASE WHEN i%2=1 THEN 'res'||i%:nr||'.xml' END, pg_temp.ten((1+(i::bigint*37)%:np)/4) FROM generate_series(1,:nprop) i;
INSERT INTO REG_COMMENT SELECT i,'comment '||i,'user'||i%1000,'2015-05-05',pg_temp.ten(i/4) FROM generate_series(1,:nh) i;
INSERT INTO REG_RESOURCE_COMMENT SELECT i,i,i,NULL,pg_temp.ten(i/4) FROM generate_series(1,:nh) i;
INSERT INTO REG_ASSOCIATION SELECT i,'/_system/governance/a/'||md5(i::text),'/_system/governance/b/'||md5((i+1)::text),'depends',pg_temp.ten(i/4) FROM generate_series(1,:nh) i;
INSERT INTO REG_LOG SELECT i,'/_system/governance/'||md5(i::text),'admin','2015-05-05'::timestamp+i*interval '1 second',i%10,NULL,pg_temp.ten(i) FROM generate_series(1,:nu) i;
INSERT INTO UM_ROLE SELECT i,'role'||i,pg_temp.ten(i*10),false FROM generate_series(1,200) i;
INSERT INTO UM_USER SELECT i,'user'||i,md5('p'||i)||md5('q'||i),substr(md5(i::text),1,24),false,'2016-01-01'::timestamp+i*interval '1 second',-1234 FROM generate_series(1,:nu) i;
INSERT INTO UM_USER_ROLE SELECT i,1+i%200,i,-1234 FROM generate_series(1,:nu) i;
INSERT INTO UM_USER_ATTRIBUTE SELECT i,(ARRAY['mail','sn','givenName','mobile'])[1+i%4],CASE WHEN i%4=0 THEN 'user'||(1+(i-1)/4)||'@example.com' ELSE substr(md5(i::text),1,12) END,'default',1+(i-1)/4,-1234 FROM generate_series(1,:nattr) i;
UPDATE UM_ROLE SET UM_TENANT_ID=-1234;
INSERT INTO UM_PERMISSION SELECT i,'/permission/admin/manage/'||i,'ui.execute',-1234,1 FROM generate_series(1,1000) i;
INSERT INTO UM_ROLE_PERMISSION SELECT i,1+i%1000,'role'||i%200,1,-1234,100 FROM generate_series(1,5000) i;
INSERT INTO UM_HYBRID_ROLE SELECT i,'hrole'||i,-1234 FROM generate_series(1,100) i;
INSERT INTO UM_HYBRID_USER_ROLE SELECT i,'user'||i,1+i%100,-1234,100 FROM generate_series(1,:nh) i;
SET session_replication_role=origin;
DO $$ DECLARE r record; m bigint; BEGIN FOR r IN SELECT a.attrelid::regclass t, a.attname c, substring(pg_get_expr(d.adbin,d.adrelid) from '''([^'']+)''') s FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid=d.adrelid AND a.attnum=d.adnum WHERE pg_get_expr(d.adbin,d.adrelid) LIKE 'nextval%' LOOP
 EXECUTE format('SELECT max(%I) FROM %s',r.c,r.t) INTO m; IF m IS NOT NULL THEN PERFORM setval(r.s,m); END IF; END LOOP; END $$;
VACUUM ANALYZE;
CHECKPOINT;
