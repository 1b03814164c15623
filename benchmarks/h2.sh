#!/usr/bin/env bash
# Measures the copier of H2 databases against what guides tell to use, and against cp of the closed files, side by side.
#
#   benchmarks/h2.sh [--scale 1] [--rounds 3] [--versions 1.3.175,1.4.199] [--dir DIR]
#
# --dir keeps the data set there for the next time; without it, it is made anew and removed. Needs JDK 17 and Maven, which fetches
# every H2 jar and Carbon's create script. Results of scale 1 are written to benchmarks/results/h2.json.
set -euo pipefail
cd "$(dirname "$0")/.."

scale=1 rounds=3 versions=1.3.175,1.4.199 dir=
while (($#)); do
  case $1 in
    --scale) scale=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --versions) versions=$2; shift 2 ;;
    --dir) dir=$2; shift 2 ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 64 ;;
  esac
done

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
fail() { echo "$*" >&2; exit 1; }
tidy_up() { if [ -n "${temporary:-}" ]; then rm -rf "$dir"; fi; }

jar() { echo "$dir/jars/h2-$1.jar"; }

get_jars() {
  local version
  for version in ${versions//,/ }; do
    [ -e "$(jar "$version")" ] || mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
      -Dartifact="com.h2database:h2:$version" -DoutputDirectory="$dir/jars"
  done
}

make_data() {
  [ -e "$dir/$1/old/done-$scale" ] && return
  say "Making the data set: H2 $1, scale $scale"
  rm -rf "$dir/$1" && mkdir -p "$dir/$1/old"
  java -cp "$(jar "$1"):$dir/classes" Fill "jdbc:h2:$dir/$1/old/DB" bundles/db-copy/target/carbon/h2.sql "$scale"
  touch "$dir/$1/old/done-$scale"
  cat > "$dir/$1/plan.properties" <<PLAN
source.url = jdbc:h2:$dir/$1/old/DB
target.url = jdbc:h2:$dir/$1/new/DB
source.snapshots = $dir/$1/work/snapshots
username = carbon
password = carbon
driver = $(jar "$1")
jobs = 1
PLAN
}

planned() { java -cp "$bundle:$dir/classes" PlannedCopy "$dir/$1/plan.properties" "$2"; }
tool() { java -cp "$(jar "$1")" "org.h2.tools.$2" -user carbon -password carbon -url "$3" -script "$dir/$1/work/script.sql"; }

way_stream() { planned "$1" copy; }
way_clone() { planned "$1" clone; }
way_compare() { planned "$1" compare; }
way_cp() { cp -r "$dir/$1"/old/DB.* "$dir/$1/new/"; }
# It opens the database where it is, as its users do: one of its own, made outside the clock.
way_script() {
  tool "$1" Script "jdbc:h2:$dir/$1/peer/DB"
  tool "$1" RunScript "jdbc:h2:$dir/$1/new/DB"
}

# What happens before the clock is started. The comparison has the copy before it to look at, and no snapshot yet.
prepare() {
  rm -rf "$dir/$1/work" "$dir/$1/peer" && mkdir -p "$dir/$1/work" "$dir/$1/peer"
  [ "$2" = compare ] || { rm -rf "$dir/$1/new" && mkdir -p "$dir/$1/new"; }
  [ "$2" != script ] || cp -r "$dir/$1"/old/DB.* "$dir/$1/peer/"
  sync
  cat "$dir/$1"/old/* > /dev/null # everybody finds the files in memory
}

measure() {
  prepare "$1" "$2"
  local TIMEFORMAT=%R
  { time "way_$2" "$1" > "$dir/$2.out" 2>&1; } 2> "$dir/time" || { tail -5 "$dir/$2.out" >&2; fail "$2 failed"; }
  printf '%s\t%s\t%s\n' "$1" "$2" "$(cat "$dir/time")" | tee -a "$dir/measured"
  tail -1 "$dir/$2.out"
}

say "Building the copier"
[ -n "${BENCH_NO_BUILD:-}" ] || mvn -B -ntp -q package -DskipTests -pl bundles/db-copy -am
bundle=$(echo "$PWD"/bundles/db-copy/target/org.carbonupgrade.dbcopy-*.jar)
if [ -z "$dir" ]; then
  dir=$(mktemp -d /var/tmp/carbon-upgrade-benchmark.XXXXXX) temporary=yes
fi
mkdir -p "$dir/classes" && dir=$(cd "$dir" && pwd)
trap tidy_up EXIT
javac -nowarn -cp "$bundle" -d "$dir/classes" benchmarks/PlannedCopy.java benchmarks/h2/Fill.java
get_jars
for version in ${versions//,/ }; do make_data "$version"; done
rm -f "$dir/measured"
for round in $(seq "$rounds"); do
  say "Round $round"
  for version in ${versions//,/ }; do
    for way in stream compare clone cp script; do measure "$version" "$way"; done
  done
done

cat > "$dir/facts" <<FACTS
machine = $(nproc) CPUs ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)), $(awk '/MemTotal/ { printf "%d", $2 / 1048576 + 0.5 }' /proc/meminfo) GB
os = $(uname -sr)
java = $(java -version 2>&1 | head -1 | tr -d '"')
data = scale $scale, $(for version in ${versions//,/ }; do echo "H2 $version: $(du -cm "$dir/$version"/old/DB.* | sed -n 's/\ttotal$//p') MB"; done | paste -sd, -)
level = files in memory; JVM start counted; ours end with files forced to disk when cloned, cp's do not
date = $(date -u +%F)
FACTS
say "Result"
if [ "$scale" = 1 ]; then mkdir -p benchmarks/results; fi
java benchmarks/h2/Summary.java "$dir/measured" "$dir/facts" \
  $([ "$scale" != 1 ] || echo benchmarks/results/h2.json) # only the whole data set is worth keeping
sed -n 's/^\(level\|machine\|data\) = /\n\1: /p' "$dir/facts"
