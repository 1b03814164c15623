#!/usr/bin/env bash
# Measures the copier of PostgreSQL databases against what a DBA would use instead, side by side, on a server of its own.
#
#   benchmarks/postgresql.sh [--scale 1] [--rounds 3] [--jobs 2] [--ways stream,compare,pgcopydb,clone,template]
#                            [--data carbon|narrow] [--all-peers] [--append] [--dir DIR]
#
# --data narrow: 50 million narrow rows instead of Carbon's tables. --all-peers adds pg_dump and pg_restore. --dir keeps the server's
# files and the data set there for the next time; without it they are made anew and removed. --append adds rounds to those that --dir
# has. BENCH_BUNDLE and BENCH_NO_BUILD measure a bundle that is there; BENCH_JAVA_OPTS are for its JVM. Needs JDK 17, Maven, and
# Debian's postgresql-15 and pgcopydb (installed with apt where this is run by root). The server listens on 127.0.0.1 only, and never
# runs as root.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=benchmarks/common.sh
source benchmarks/common.sh

scale=1 rounds=3 jobs=2 ways=stream,compare,pgcopydb,clone,template data=carbon dir='' append='' all_peers=''
parse_options "scale rounds jobs ways data dir" "all_peers append" "$@"
[ -z "$all_peers" ] || ways+=,dump

bin=/usr/lib/postgresql/15/bin
install_peers() {
  [ -x $bin/postgres ] && command -v pgcopydb >/dev/null && return
  [ "$(id -u)" = 0 ] || fail "Debian's postgresql-15 and pgcopydb are needed: apt-get install postgresql-15 pgcopydb"
  # No cluster of the package's own: it would listen where others may.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q postgresql-15 pgcopydb >&2
}

# What runs the server: never root.
as=()
if [ "$(id -u)" = 0 ]; then as=(setpriv --reuid=nobody --regid=65534 --clear-groups); fi

start_server() {
  local options
  read -ra options <<< "${BENCH_SERVER_OPTIONS:-}"
  if [ ! -e "$dir/data/PG_VERSION" ]; then
    mkdir -p "$dir/data"
    if [ "$(id -u)" = 0 ]; then chown nobody "$dir/data"; fi
    (cd / && "${as[@]}" $bin/initdb -D "$dir/data" -U bench --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null)
  fi
  port=$(free_port)
  # One set of settings for everybody: what loading is done with. No autovacuum: it would work now for one, then for another.
  (cd / && exec "${as[@]}" $bin/postgres -D "$dir/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c shared_buffers=1GB -c max_wal_size=16GB -c checkpoint_timeout=1h -c synchronous_commit=off \
    -c maintenance_work_mem=512MB -c autovacuum=off -c log_min_duration_statement=100 "${options[@]}") > "$dir/log" 2>&1 < /dev/null &
  server=$!
  for _ in $(seq 100); do
    $bin/pg_isready -q -h 127.0.0.1 -p "$port" && return
    sleep 0.2
  done
  fail "the server does not come up: $(tail -3 "$dir/log")"
}

stop_everything() {
  [ -z "${server:-}" ] || end_process INT "$server"
  remove_temporary_dir
}

sql() { $bin/psql -X -q -At -v ON_ERROR_STOP=1 "$(uri "$1")" "${@:2}"; }
uri() { echo "postgresql://bench@127.0.0.1:$port/$1"; }

make_data() {
  if [ "$(sql postgres -c "SELECT 1 FROM pg_database WHERE datname = 'old_done'")" = 1 ] && [ "$(cat "$dir/scale")" = "$data $scale" ]; then
    return
  fi
  say "Making the data set: $data, scale $scale"
  sql postgres -c 'DROP DATABASE IF EXISTS old' -c 'DROP DATABASE IF EXISTS old_done' -c 'CREATE DATABASE old TEMPLATE template0'
  if [ "$data" = carbon ]; then
    sql old -f bundles/db-copy/target/carbon/postgresql.sql > "$dir/script.log" 2>&1
    sql old -v scale="$scale" -f benchmarks/postgresql/fill.sql >/dev/null
  else
    sql old -v scale="$scale" -f benchmarks/postgresql/narrow.sql >/dev/null
  fi
  sql postgres -c 'CREATE DATABASE old_done'
  echo "$data $scale" > "$dir/scale"
}

write_plan() {
  cat > "$dir/plan.properties" <<PLAN
source.url = jdbc:postgresql://127.0.0.1:$port/old
target.url = jdbc:postgresql://127.0.0.1:$port/staging
username = bench
driver = $(echo "$PWD"/bundles/db-copy/target/drivers/postgresql-42*.jar)
jobs = $jobs
PLAN
}

# What happens before the clock is started: staging is new and empty, and no earlier work is left to be written.
prepare() {
  sql postgres -c 'DROP DATABASE IF EXISTS staging WITH (FORCE)'
  case $1 in template) ;; *) sql postgres -c 'CREATE DATABASE staging TEMPLATE template0' ;; esac
  sql postgres -c CHECKPOINT
  rm -rf "$dir/work" && mkdir "$dir/work"
}

way_stream() { planned "$dir/plan.properties" copy; }
way_clone() { planned "$dir/plan.properties" clone; }
way_compare() { planned "$dir/plan.properties" compare; }
way_pgcopydb() {
  # As our own sessions have it: most of the work on large values is to compress them again.
  PGOPTIONS='-c default_toast_compression=lz4' pgcopydb clone --source "$(uri old)" --target "$(uri staging)" --table-jobs "$jobs" --index-jobs "$jobs" \
    --dir "$dir/work/pgcopydb" --no-owner > "$dir/pgcopydb.log" 2>&1
}
way_template() { sql postgres -c 'CREATE DATABASE staging TEMPLATE old STRATEGY FILE_COPY'; }
way_dump() {
  $bin/pg_dump -Fd -Z0 -j"$jobs" -f "$dir/work/dump" "$(uri old)"
  $bin/pg_restore -j"$jobs" -d "$(uri staging)" "$dir/work/dump"
  $bin/vacuumdb -q -z -j"$jobs" -d "$(uri staging)"
}

# The comparison has the copy before it to look at; everybody else begins with an empty staging database.
measure() {
  [ "$2" = compare ] || prepare "$2"
  clock "$1" "$2" ''
}

install_peers
build_copier
trap stop_everything EXIT
make_dir benchmarks/PlannedCopy.java
chmod 755 "$dir"
start_server
make_data
write_plan
cat "$dir"/data/base/*/* > /dev/null # everybody finds the files in memory
run_rounds
# Only the whole data set is worth keeping.
report postgresql "$([ "$data $scale" != "carbon 1" ] || echo kept)" <<FACTS
server = $(sql postgres -c 'SHOW server_version')
pgcopydb = $(pgcopydb --version 2>/dev/null | head -1)
driver = $(sed -n 's/^driver = .*postgresql-\(.*\)\.jar/pgjdbc \1/p' "$dir/plan.properties")
data = $data, scale $scale, $(sql postgres -c "SELECT pg_size_pretty(pg_database_size('old'))") on disk
jobs = $jobs tables at once for everybody, and $jobs indexes at once for pgcopydb
level = one server, TCP to 127.0.0.1; for everybody synchronous_commit=off, maintenance_work_mem=512MB, shared_buffers=1GB, \
max_wal_size=16GB, fsync=on, autovacuum=off, and for pgcopydb's sessions lz4 as for ours; from an empty database to keys, foreign keys and statistics (ours: rows are written \
frozen, then ANALYZE; pgcopydb: VACUUM ANALYZE); JVM start counted; files in memory; a checkpoint before each, outside the clock
FACTS
