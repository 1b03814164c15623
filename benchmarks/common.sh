# What the benchmarks of all databases have in common; they source it. They have in variables: scale, rounds, ways, append (what was
# asked for) and dir (where everything is); and a function way_NAME for each way that is measured.
# shellcheck shell=bash disable=SC2154

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { echo "$*" >&2; exit 1; }

# Options that take a value, those that take none, and the arguments: sets the variables of the options' names.
parse_options() {
  local values=" $1 " flags=" $2 " name
  shift 2
  while (($#)); do
    name=${1#--} name=${name//-/_}
    if [[ $1 == --* && $values == *" $name "* && $# -gt 1 ]]; then
      printf -v "$name" %s "$2"
      shift 2
    elif [[ $1 == --* && $flags == *" $name "* ]]; then
      printf -v "$name" yes
      shift
    else
      sed -n '2,/^[^#]/s/^# \{0,1\}//p' "benchmarks/$(basename "$0")"
      exit 64
    fi
  done
}

free_port() {
  local port
  for port in $(shuf -i 20000-30000 -n 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  fail "no port is free"
}

# Leaves the jar in the variable bundle.
build_copier() {
  say "The copier"
  [ -n "${BENCH_NO_BUILD:-}" ] || mvn -B -ntp -q package -DskipTests -pl bundles/db-copy -am
  bundle=${BENCH_BUNDLE:-$(echo "$PWD"/bundles/db-copy/target/org.carbonupgrade.dbcopy-*.jar)}
}

# Makes the folder, a new one if none was asked for, and compiles what is given into it.
make_dir() {
  if [ -z "$dir" ]; then
    dir=$(mktemp -d /var/tmp/carbon-upgrade-benchmark.XXXXXX) temporary=yes
  fi
  mkdir -p "$dir/classes"
  dir=$(cd "$dir" && pwd)
  javac -nowarn -cp "$bundle" -d "$dir/classes" "$@"
}

remove_temporary_dir() { [ -z "${temporary:-}" ] || rm -rf "$dir"; }

# Ends a process that this shell started, with a signal.
end_process() {
  if kill "-$1" "$2" 2>/dev/null; then wait "$2" 2>/dev/null || true; fi
}

# The plan, and copy, clone or compare.
planned() {
  local options
  read -ra options <<< "${BENCH_JAVA_OPTS:-}"
  java "${options[@]}" -cp "$bundle:$dir/classes" PlannedCopy "$1" "$2"
}

# Calls measure ROUND WAY for everybody in turn; appended rounds are counted on.
run_rounds() {
  local first=1 round way
  if [ -z "${append:-}" ]; then
    rm -f "$dir/measured"
  elif [ -e "$dir/measured" ]; then
    first=$(awk '$1 > n { n = $1 } END { print n + 1 }' "$dir/measured")
  fi
  for round in $(seq "$first" $((first + rounds - 1))); do
    say "Round $round"
    for way in ${ways//,/ }; do measure "$round" "$way"; done
  done
}

# Runs a way on the clock. Round, way, what it is measured beside (or nothing), and the arguments of the way.
clock() {
  local TIMEFORMAT=$'%R\t%U\t%S' status
  set +e # a way ends at its first failure, which it would not in a condition
  { time (set -e; "way_$2" "${@:4}" > "$dir/$2.out" 2>&1); } 2> "$dir/time"
  status=$?
  set -e
  if [ $status != 0 ]; then
    tail -5 "$dir/$2.out" >&2
    fail "$2 failed"
  fi
  printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$(tail -1 "$dir/time")" "$3" | tee -a "$dir/measured"
  grep -E '^  ([0-9]+ (rows|tables), |not carried)' "$dir/$2.out" || true
}

# Shows what was measured of a database, and keeps it when that is said; facts of its own are read.
report() {
  local database=$1 kept=$2 file=()
  {
    cat
    echo "machine = $(nproc) CPUs ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1))," \
      "$(awk '/MemTotal/ { printf "%d", $2 / 1048576 + 0.5 }' /proc/meminfo) GB"
    echo "java = $(java -version 2>&1 | head -1)"
    echo "date = $(date -u +%F)"
  } > "$dir/facts"
  say "Result"
  if [ -n "$kept" ]; then
    mkdir -p benchmarks/results
    file=("benchmarks/results/$database.json")
  fi
  java benchmarks/Summary.java "benchmarks/$database/summary.txt" "$dir/measured" "$dir/facts" "${file[@]}"
  sed -n 's/^\(level\|machine\|server\|data\) = /\n\1: /p' "$dir/facts"
}
