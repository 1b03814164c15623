#!/usr/bin/env bash
# Measures the copier of MariaDB databases against what a DBA would use instead, side by side, on servers of its own.
#
#   benchmarks/mariadb.sh [--scale 1] [--rounds 3] [--jobs 2] [--ways one,compare,peer,two,peer-two]
#                         [--all-peers] [--append] [--dir DIR]
#
# one: both schemas on one server; two: each on its own; peer, peer-two: mydumper and myloader for the same. --all-peers adds
# mysqldump into a client. --dir keeps the servers' files and the data set for the next time; without it they are made anew and
# removed. --append adds rounds to those that --dir has. Needs JDK 17, Maven, unzip, and Debian's mariadb-server and mydumper
# (installed with apt where this is run by root). The servers listen on 127.0.0.1 only.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=benchmarks/common.sh
source benchmarks/common.sh

scale=1 rounds=3 jobs=2 ways=one,compare,peer,two,peer-two dir='' append='' all_peers=''
parse_options "scale rounds jobs ways dir" "all_peers append" "$@"
[ -z "$all_peers" ] || ways+=,dump

install_peers() {
  command -v mariadbd >/dev/null && command -v mydumper >/dev/null && return
  [ "$(id -u)" = 0 ] || fail "Debian's mariadb-server and mydumper are needed: apt-get install mariadb-server mydumper"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q mariadb-server mydumper >&2
}

# One set of settings for everybody: a server that is loaded into, and loses nothing when it is killed.
read -ra more <<< "${BENCH_SERVER_OPTIONS:-}"
settings=(--no-defaults "${more[@]}" --bind-address=127.0.0.1 --skip-name-resolve --skip-log-bin --character-set-server=latin1
  --innodb-buffer-pool-size=1G --innodb-log-file-size=1G --innodb-flush-log-at-trx-commit=1 --max-allowed-packet=64M
  --local-infile=1)

# Starts the server that has its files in a folder; its process and its port are in the arrays then.
declare -A process port
start_server() {
  local home=$dir/$1 user=()
  [ "$(id -u)" != 0 ] || user=(--user=root)
  if [ ! -e "$home/installed" ]; then
    rm -rf "$home" && mkdir -p "$home"
    mariadb-install-db --no-defaults "${user[@]}" --datadir="$home/data" --skip-test-db \
      --auth-root-authentication-method=normal >/dev/null 2>&1 || fail "no server can be made in $home"
    touch "$home/installed"
  fi
  port[$1]=$(free_port)
  mariadbd "${settings[@]}" "${user[@]}" --datadir="$home/data" --socket="$home/socket" --pid-file="$home/pid" \
    --port="${port[$1]}" > "$home/log" 2>&1 < /dev/null &
  process[$1]=$!
  for _ in $(seq 300); do
    if sql "$1" -e 'SELECT 1' >/dev/null 2>&1; then
      sql "$1" -e "CREATE USER IF NOT EXISTS bench@'127.0.0.1'; GRANT ALL ON *.* TO bench@'127.0.0.1'"
      return
    fi
    sleep 0.2
  done
  fail "the server does not come up: $(tail -3 "$home/log")"
}

stop_everything() {
  local name
  for name in "${!process[@]}"; do
    end_process TERM "${process[$name]}"
  done
  remove_temporary_dir
}

sql() { mariadb --no-defaults -N -S "$dir/$1/socket" -uroot "${@:2}"; }

make_data() {
  [ "$(cat "$dir/scale" 2>/dev/null)" = "$scale" ] && return
  say "Making the data set, scale $scale"
  sql first -e 'DROP DATABASE IF EXISTS old; CREATE DATABASE old'
  sql first old < "$dir/carbon.sql"
  { echo "SET @scale = $scale;"; cat benchmarks/mariadb/fill.sql; } | sql first old
  analyze first old
  echo "$scale" > "$dir/scale"
}

analyze() {
  sql "$1" "$2" -e "SELECT CONCAT('ANALYZE NO_WRITE_TO_BINLOG TABLE \`', TABLE_NAME, '\`;') FROM INFORMATION_SCHEMA.TABLES
    WHERE TABLE_SCHEMA = DATABASE()" | sql "$1" "$2" >/dev/null
}

write_plan() {
  cat > "$dir/$1.properties" <<PLAN
source.url = jdbc:mariadb://127.0.0.1:${port[first]}/old
target.url = jdbc:mariadb://127.0.0.1:${port[$1]}/staging
username = bench
driver = $(echo "$PWD"/bundles/db-copy/target/drivers/mariadb-java-client-3*.jar)
jobs = $jobs
PLAN
}

# What happens before the clock is started: staging is new and empty, and earlier work is written.
prepare() {
  local server
  for server in first second; do
    sql $server -e 'DROP DATABASE IF EXISTS staging; CREATE DATABASE staging'
  done
  rm -rf "$dir/work" && mkdir "$dir/work"
  for server in first second; do await_quiet $server; done
  sync
}

# Pages that were changed are written by the server when it likes; nobody begins with the work of the one before.
await_quiet() {
  sql "$1" -e 'SET GLOBAL innodb_max_dirty_pages_pct = 0, GLOBAL innodb_max_dirty_pages_pct_lwm = 0'
  local dirty history
  for _ in $(seq 120); do
    dirty=$(sql "$1" -e "SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'" | cut -f2)
    history=$(sql "$1" -e "SHOW GLOBAL STATUS LIKE 'Innodb_history_list_length'" | cut -f2)
    [ "$dirty" -gt 50 ] || [ "$history" -gt 50 ] || break
    sleep 0.5
  done
  sql "$1" -e 'SET GLOBAL innodb_max_dirty_pages_pct_lwm = 0, GLOBAL innodb_max_dirty_pages_pct = 90'
}

dumped() { # to which server
  mydumper -S "$dir/first/socket" -u root -B old -o "$dir/work/dump" -t "$jobs" --trx-consistency-only
  myloader -S "$dir/$1/socket" -u root -B staging -d "$dir/work/dump" -t "$jobs"
  analyze "$1" staging
}

way_one() { planned "$dir/first.properties" copy; }
way_compare() { planned "$dir/first.properties" compare; }
way_two() { planned "$dir/second.properties" copy; }
way_peer() { dumped first; }
way_peer-two() { dumped second; }
way_dump() {
  mariadb-dump --no-defaults -S "$dir/first/socket" -uroot --single-transaction --quick --routines --triggers old \
    | sql first staging
  analyze first staging
}

# The comparison looks at the copy before it; everybody else begins with an empty staging schema.
measure() {
  [ "$2" = compare ] || prepare
  clock "$1" "$2" ''
}

install_peers
build_copier
trap stop_everything EXIT
make_dir benchmarks/PlannedCopy.java
cp bundles/db-copy/target/carbon/mysql.sql "$dir/carbon.sql"
start_server first
start_server second
make_data
write_plan first
write_plan second
run_rounds
# Only the whole data set is worth keeping.
report mariadb "$([ "$scale" != 1 ] || echo kept)" <<FACTS
server = $(sql first -e 'SELECT VERSION()')
mydumper = $(mydumper --version 2>&1 | head -1)
driver = $(sed -n 's/^driver = .*mariadb-java-client-\(.*\)\.jar/MariaDB Connector\/J \1/p' "$dir/first.properties")
data = Carbon's tables, scale $scale, $(sql first -e "SELECT ROUND(SUM(DATA_LENGTH) / 1048576) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'old'") MB of rows
jobs = $jobs threads for everybody
level = same servers, settings, threads and data set; from an empty schema to ANALYZE; start of the JVM, schema, indexes, foreign keys \
counted; rows digested in both servers for us, not checked by the peers; rounds in turn, changed pages written before each
FACTS
