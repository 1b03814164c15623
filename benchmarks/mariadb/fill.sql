-- Carbon-like rows that follow from their numbers, for MariaDB. Run after dbscripts/mysql.sql of a Carbon home, with @scale set: 1 is
-- about 2.4 GB. A server can't start on them: the tenants' realms are noise.
SET SESSION unique_checks=0, foreign_key_checks=0, group_concat_max_len=4000000, time_zone='+00:00', sql_mode='';
SET @np=CAST(300000*@scale AS INT), @nr=CAST(1000000*@scale AS INT), @nprop=CAST(2000000*@scale AS INT),
  @nu=CAST(500000*@scale AS INT), @nh=CAST(100000*@scale AS INT);
INSERT INTO UM_TENANT
  SELECT seq,CONCAT('tenant',seq,'.example.com'),CONCAT('admin@tenant',seq,'.example.com'),1,'2015-01-01',UNHEX(REPEAT(MD5(seq),32))
  FROM seq_1_to_50;
INSERT INTO UM_DOMAIN
  SELECT d.seq*100+t.seq,ELT(d.seq,'PRIMARY','INTERNAL','SYSTEM'),IF(t.seq=0,-1234,t.seq)
  FROM seq_1_to_3 d, seq_0_to_50 t;
INSERT INTO REG_PATH
  SELECT seq,CONCAT('/_system/governance/trunk/services/',MD5(seq),'/p',seq),seq DIV 8,IF((seq DIV 4)%10<6,-1234,1+(seq DIV 40)%50)
  FROM seq_1_to_100000000 WHERE seq <= @np;
SET @b=(SELECT GROUP_CONCAT(UNHEX(MD5(seq)) ORDER BY seq SEPARATOR '') FROM seq_1_to_65536);
SET @x=(SELECT GROUP_CONCAT('<service id="',seq,'"><name>svc',(seq*7919)%10007,'</name><ns>http://ws.example.com/',seq%97,'</ns></service>',CHAR(10) ORDER BY seq SEPARATOR '') FROM seq_1_to_10000);
INSERT INTO REG_CONTENT
  SELECT seq,IF(seq%2=0,SUBSTR(@b,1+(seq*104729)%1000000,512+(seq*7919)%7680),SUBSTR(@x,1+(seq*104729)%700000,512+(seq*7919)%7680)),IF((seq DIV 4)%10<6,-1234,1+(seq DIV 40)%50)
  FROM seq_1_to_100000000 WHERE seq <= @np;
INSERT INTO REG_CONTENT_HISTORY
  SELECT seq,IF(seq%2=0,SUBSTR(@b,1+(seq*104729)%1000000,512+(seq*7919)%7680),SUBSTR(@x,1+(seq*104729)%700000,512+(seq*7919)%7680)),0,IF((seq DIV 4)%10<6,-1234,1+(seq DIV 40)%50)
  FROM seq_1_to_100000000 WHERE seq <= @nh;
INSERT INTO REG_RESOURCE
  SELECT p,IF(i%3=0,NULL,CONCAT('res',i,'.xml')),i,ELT(1+i%5,'application/xml','application/wsdl+xml','text/plain','application/json',NULL),'admin',FROM_UNIXTIME(1388534400+i),CONCAT('user',i%1000),FROM_UNIXTIME(1388634400+i),IF(i%4=0,CONCAT('Description of resource ',i,' with é ü text'),NULL),IF(i<=@np,i,NULL),IF((p DIV 4)%10<6,-1234,1+(p DIV 40)%50),INSERT(INSERT(INSERT(INSERT(MD5(i),21,0,'-'),17,0,'-'),13,0,'-'),9,0,'-')
  FROM (SELECT seq i, IF(seq<=@np,seq,1+(seq*31)%@np) p
  FROM seq_1_to_100000000 WHERE seq <= @nr) s;
INSERT INTO REG_RESOURCE_HISTORY
  SELECT seq,CONCAT('res',seq,'.xml'),10000000+seq,'application/xml','admin','2014-01-01','admin','2014-02-01',NULL,seq,0,IF((seq DIV 4)%10<6,-1234,1+(seq DIV 40)%50),MD5(seq)
  FROM seq_1_to_100000000 WHERE seq <= @nh;
INSERT INTO REG_PROPERTY
  SELECT seq,CONCAT('prop.name.',seq%200),CONCAT('value of property ',seq,' ',MD5(seq)),IF(((1+(seq*37)%@np) DIV 4)%10<6,-1234,1+((1+(seq*37)%@np) DIV 40)%50)
  FROM seq_1_to_100000000 WHERE seq <= @nprop;
INSERT INTO REG_RESOURCE_PROPERTY
  SELECT seq,IF(seq%2=0,1+(seq*17)%@nr,NULL),1+(seq*37)%@np,IF(seq%2=1,CONCAT('res',seq%@nr,'.xml'),NULL),IF(((1+(seq*37)%@np) DIV 4)%10<6,-1234,1+((1+(seq*37)%@np) DIV 40)%50)
  FROM seq_1_to_100000000 WHERE seq <= @nprop;
INSERT INTO REG_COMMENT
  SELECT seq,CONCAT('comment ',seq),CONCAT('user',seq%1000),'2015-05-05',IF((seq DIV 4)%10<6,-1234,1+(seq DIV 40)%50)
  FROM seq_1_to_100000000 WHERE seq <= @nh;
INSERT INTO REG_RESOURCE_COMMENT
  SELECT seq,seq,seq,NULL,IF((seq DIV 4)%10<6,-1234,1+(seq DIV 40)%50)
  FROM seq_1_to_100000000 WHERE seq <= @nh;
INSERT INTO REG_ASSOCIATION
  SELECT seq,CONCAT('/_system/governance/a/',MD5(seq)),CONCAT('/_system/governance/b/',MD5(seq+1)),'depends',-1234
  FROM seq_1_to_100000000 WHERE seq <= @nh;
INSERT INTO REG_LOG
  SELECT seq,CONCAT('/_system/governance/',MD5(seq)),'admin',FROM_UNIXTIME(1430784000+seq),seq%10,NULL,-1234
  FROM seq_1_to_100000000 WHERE seq <= @nu;
INSERT INTO UM_ROLE
  SELECT seq,CONCAT('role',seq),-1234,0
  FROM seq_1_to_200;
INSERT INTO UM_USER
  SELECT seq,CONCAT('user',seq),CONCAT(MD5(CONCAT('p',seq)),MD5(CONCAT('q',seq))),LEFT(MD5(seq),24),0,FROM_UNIXTIME(1451606400+seq),-1234
  FROM seq_1_to_100000000 WHERE seq <= @nu;
INSERT INTO UM_USER_ROLE
  SELECT seq,1+seq%200,seq,-1234
  FROM seq_1_to_100000000 WHERE seq <= @nu;
INSERT INTO UM_USER_ATTRIBUTE
  SELECT seq,ELT(1+seq%4,'mail','sn','givenName','mobile'),IF(seq%4=0,CONCAT('user',1+((seq-1) DIV 4),'@example.com'),LEFT(MD5(seq),12)),'default',1+((seq-1) DIV 4),-1234
  FROM seq_1_to_100000000 WHERE seq <= @nprop;
INSERT INTO UM_PERMISSION
  SELECT seq,CONCAT('/permission/admin/manage/',seq),'ui.execute',-1234,1
  FROM seq_1_to_1000;
INSERT INTO UM_ROLE_PERMISSION
  SELECT seq,1+seq%1000,CONCAT('role',seq%200),1,-1234,100
  FROM seq_1_to_5000;
INSERT INTO UM_HYBRID_ROLE
  SELECT seq,CONCAT('hrole',seq),-1234
  FROM seq_1_to_100;
INSERT INTO UM_HYBRID_USER_ROLE
  SELECT seq,CONCAT('user',seq),1+seq%100,-1234,100
  FROM seq_1_to_100000000 WHERE seq <= @nh;
