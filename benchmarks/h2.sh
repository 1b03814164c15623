#!/usr/bin/env bash
# Measures the copier of H2 databases against what guides tell to use, and against cp of the closed files, side by side.
#
#   benchmarks/h2.sh [--scale 1] [--rounds 3] [--versions 1.3.175,1.4.199] [--dir DIR]
#
# --dir keeps the data set there for the next time; without it, it is made anew and removed. Needs JDK 17 and Maven, which fetches
# every H2 jar and Carbon's create script. Results of scale 1 are written to benchmarks/results/h2.json.
set -euo pipefail
cd "$(dirname "$0")/.."

# shellcheck source=benchmarks/common.sh
source benchmarks/common.sh

scale=1 rounds=3 ways=stream,compare,clone,cp,script versions=1.3.175,1.4.199 dir=''
parse_options "scale rounds versions dir" "" "$@"

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
  rm -rf "${dir:?}/$1" && mkdir -p "$dir/$1/old"
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

tool() { java -cp "$(jar "$1")" "org.h2.tools.$2" -user carbon -password carbon -url "$3" -script "$dir/$1/work/script.sql"; }

way_stream() { planned "$dir/$1/plan.properties" copy; }
way_clone() { planned "$dir/$1/plan.properties" clone; }
way_compare() { planned "$dir/$1/plan.properties" compare; }
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
  local version
  for version in ${versions//,/ }; do
    prepare "$version" "$2"
    clock "$1" "$2" "h2-$version" "$version"
  done
}

build_copier
trap remove_temporary_dir EXIT
make_dir benchmarks/PlannedCopy.java benchmarks/h2/Fill.java
get_jars
for version in ${versions//,/ }; do make_data "$version"; done
run_rounds
# Only the whole data set is worth keeping.
report h2 "$([ "$scale" != 1 ] || echo kept)" <<FACTS
os = $(uname -sr)
data = scale $scale, $(for version in ${versions//,/ }; do echo "H2 $version: $(du -cm "$dir/$version"/old/DB.* | sed -n 's/\ttotal$//p') MB"; done | paste -sd, -)
level = files in memory; JVM start counted; ours end with files forced to disk when cloned, cp's do not
FACTS
