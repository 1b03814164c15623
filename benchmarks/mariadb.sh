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

scale=1 rounds=3 jobs=2 ways=one,compare,peer,two,peer-two dir= append=
while (($#)); do
  case $1 in
    --scale) scale=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --jobs) jobs=$2; shift 2 ;;
    --ways) ways=$2; shift 2 ;;
    --all-peers) ways+=,dump; shift ;;
    --append) append=yes; shift ;;
    --dir) dir=$2; shift 2 ;;
    *) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 64 ;;
  esac
done

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { echo "$*" >&2; exit 1; }

install_peers() {
  command -v mariadbd >/dev/null && command -v mydumper >/dev/null && return
  [ "$(id -u)" = 0 ] || fail "Debian's mariadb-server and mydumper are needed: apt-get install mariadb-server mydumper"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q mariadb-server mydumper >&2
}

free_port() {
  local port
  for port in $(shuf -i 20000-30000 -n 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# One set of settings for everybody: a server that is loaded into, and loses nothing when it is killed.
settings=(--no-defaults ${BENCH_SERVER_OPTIONS:-} --bind-address=127.0.0.1 --skip-name-resolve --skip-log-bin --character-set-server=latin1
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
  local attempt
  for attempt in $(seq 300); do
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
    kill "${process[$name]}" 2>/dev/null && wait "${process[$name]}" 2>/dev/null || true
  done
  if [ -n "${temporary:-}" ]; then rm -rf "$dir"; fi
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
  local attempt dirty
  for attempt in $(seq 120); do
    dirty=$(sql "$1" -e "SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'" | cut -f2)
    history=$(sql "$1" -e "SHOW GLOBAL STATUS LIKE 'Innodb_history_list_length'" | cut -f2)
    [ "$dirty" -gt 50 ] || [ "$history" -gt 50 ] || break
    sleep 0.5
  done
  sql "$1" -e 'SET GLOBAL innodb_max_dirty_pages_pct_lwm = 0, GLOBAL innodb_max_dirty_pages_pct = 90'
}

planned() { java ${BENCH_JAVA_OPTS:-} -cp "$bundle:$dir/classes" PlannedCopy "$dir/$1.properties" "$2"; }
dumped() { # to which server
  mydumper -S "$dir/first/socket" -u root -B old -o "$dir/work/dump" -t "$jobs" --trx-consistency-only
  myloader -S "$dir/$1/socket" -u root -B staging -d "$dir/work/dump" -t "$jobs"
  analyze "$1" staging
}

way_one() { planned first copy; }
way_compare() { planned first compare; }
way_two() { planned second copy; }
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
  local TIMEFORMAT=$'%R\t%U\t%S'
  { time "way_$2" > "$dir/$2.out" 2>&1; } 2> "$dir/time" || { tail -5 "$dir/$2.out" >&2; fail "$2 failed"; }
  printf '%s\t%s\t%s\n' "$1" "$2" "$(tail -1 "$dir/time")" | tee -a "$dir/measured"
  if grep -q '^  ' "$dir/$2.out"; then tail -1 "$dir/$2.out"; fi
}

# Medians and what they are to each other.
median() { awk -v way="$1" '$2 == way { print $3 }' "$dir/measured" | sort -n | awk '{ a[NR] = $1 } END { if (NR) print a[int((NR + 1) / 2)] }'; }
times() { awk -v way="$1" '$2 == way { printf "%s%s", n++ ? ", " : "", $3 }' "$dir/measured"; }
ratio() { awk -v a="$(median "$1")" -v b="$(median "$2")" 'BEGIN { if (a && b) printf "%.3f", a / b; else printf "null" }'; }

report() {
  say "Seconds, median of the rounds"
  local way
  for way in one peer two peer-two compare dump; do
    [ -z "$(median $way)" ] || printf '%-10s %8s   (%s)\n' "$way" "$(median $way)" "$(times $way)"
  done
  printf '\none server to mydumper + myloader   %s (goal 0.7)\n' "$(ratio one peer)"
  printf 'two servers to mydumper + myloader  %s (goal 0.85)\n' "$(ratio two peer-two)"
  printf 'compare to the copy by stream       %s (goal 0.5)\n' "$(ratio compare two)"
  mkdir -p benchmarks/results
  cat > benchmarks/results/mariadb.json <<JSON
{
  "date": "$(date -u +%F)",
  "machine": "$(nproc) processors, $(awk '/MemTotal/ { printf "%d", $2 / 1048576 + 0.5 }' /proc/meminfo) GB, $(uname -sr)",
  "versions": {"mariadb": "$(sql first -e 'SELECT VERSION()')", "mydumper": "$(mydumper --version 2>&1 | grep -o '[0-9]*\.[0-9]*\.[0-9]*' | head -1)", "java": "$(java -version 2>&1 | head -1 | cut -d'"' -f2)"},
  "scale": $scale,
  "bytes_of_data": $(sql first -e "SELECT SUM(DATA_LENGTH) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'old'"),
  "jobs": $jobs,
  "level": "same servers, settings, threads and data set; from an empty schema to ANALYZE; start of the JVM, schema, indexes, foreign keys counted; rows digested in both servers for us, not checked by the peers; rounds in turn, changed pages written before each",
  "seconds": {"one": [$(times one)], "peer": [$(times peer)], "two": [$(times two)], "peer_two": [$(times peer-two)], "compare": [$(times compare)], "dump": [$(times dump)]},
  "ratio_to_best_peer": {"one_server": $(ratio one peer), "two_servers": $(ratio two peer-two)},
  "ratio_of_compare_to_stream_copy": $(ratio compare two)
}
JSON
  echo "benchmarks/results/mariadb.json is written"
}

install_peers
bundle=$(echo "$PWD"/bundles/db-copy/target/org.carbonupgrade.dbcopy-*.jar)
if [ -z "${BENCH_NO_BUILD:-}" ]; then
  say "Building the copier"
  mvn -B -ntp -q package -DskipTests -pl bundles/db-copy -am
  bundle=$(echo "$PWD"/bundles/db-copy/target/org.carbonupgrade.dbcopy-*.jar)
fi
if [ -z "$dir" ]; then
  dir=$(mktemp -d /var/tmp/carbon-upgrade-benchmark.XXXXXX) temporary=yes
fi
mkdir -p "$dir/classes"
trap stop_everything EXIT
cp bundles/db-copy/target/carbon/mysql.sql "$dir/carbon.sql"
javac -nowarn -cp "$bundle" -d "$dir/classes" benchmarks/PlannedCopy.java
start_server first
start_server second
make_data
write_plan first
write_plan second
[ -n "$append" ] || rm -f "$dir/measured"
first=$(awk 'BEGIN { n = 0 } $1 > n { n = $1 } END { print n + 1 }' "$dir/measured" 2>/dev/null || echo 1)
for round in $(seq "$first" $((first + rounds - 1))); do
  say "Round $round"
  for way in ${ways//,/ }; do
    measure "$round" "$way"
  done
done
report
