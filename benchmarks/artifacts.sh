#!/usr/bin/env bash
# Measures how artifacts are carried, every file read back and listed with its digest, against cp -a, which does neither.
#
#   benchmarks/artifacts.sh [--files 100000] [--gigabytes 5] [--rounds 3] [--heap 64m] [--dir DIR]
#
# One tenant has that many files of 4 KB on average, in directories of 100; another one has a single file of that many GB. Both ways
# end with the files on disk (sync). Takes three times the space in DIR, which is made anew and removed if none is named. Needs what
# mvn package has built.
set -euo pipefail
cd "$(dirname "$0")/.."
source benchmarks/common.sh
files=100000 gigabytes=5 rounds=3 heap=64m dir=
parse_options "files gigabytes rounds heap dir" "" "$@"
export LC_ALL=C.UTF-8 CARBON_UPGRADE_OPTS="-Xmx$heap"

pack=$PWD/bundles/upgrade-service/target/stock/wso2carbon-core.zip
distribution=$(echo "$PWD"/distribution/target/carbon-upgrade-*.zip)
[ -e "$pack" ] && [ -e "$distribution" ] || fail "build first: mvn -B -ntp -q package -DskipTests -pl distribution -am"
if [ -z "$dir" ]; then
  dir=$(mktemp -d /var/tmp/carbon-upgrade-benchmark.XXXXXX)
  trap 'rm -rf "$dir"' EXIT
fi
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)

upgrade() { "$dir"/carbon-upgrade-*/bin/carbon-upgrade --plan "$dir/plan.properties" "$@" > "$dir/out" 2>&1 || fail "$(tail -20 "$dir/out")"; }

home() {
  unzip -q "$pack" -d "$dir/unpacked"
  mv "$dir"/unpacked/* "$dir/$1"
  rm "$dir/$1/repository/conf/deployment.toml"
}

make_homes() {
  say "Two homes, configured"
  rm -rf "$dir"/{old,new,unpacked,cp,plan.properties} "$dir"/carbon-upgrade-*
  unzip -q "$distribution" -d "$dir"
  home old
  home new
  printf '%s\n' "old.home = $dir/old" "new.home = $dir/new" "old.vanilla = $pack" "backup.existing = $dir/old/bin" \
    > "$dir/plan.properties"
  upgrade run --until configure
  mkdir -p "$dir/old/repository/tenants"
}

# Sizes from 1 byte to 8 KB, all contents different.
make_small() {
  mkdir -p "$dir/old/repository/tenants/1"
  python3 - "$dir/old/repository/tenants/1" "$files" << 'END'
import os, random, sys
root, number = sys.argv[1], int(sys.argv[2])
random.seed(1)
for i in range(number):
    if i % 100 == 0:
        directory = f"{root}/d{i // 100}"
        os.mkdir(directory)
    with open(f"{directory}/f{i}", "wb") as file:
        file.write(random.randbytes(random.randint(1, 8192)))
END
}

make_large() {
  mkdir -p "$dir/old/repository/tenants/2"
  head -c "${gigabytes}G" /dev/urandom > "$dir/old/repository/tenants/2/large"
}

way_cp() { cp -a "$dir/old/repository/tenants" "$dir/cp"; sync -f "$dir"; }
way_artifacts() { upgrade artifacts; sync -f "$dir"; }

# What is measured, for people; both ways read the same files once before, so that it is not the disk that is measured first.
measure_both() {
  local round way TIMEFORMAT=%R seconds
  cat $(find "$dir/old/repository/tenants" -name large) /dev/null > /dev/null
  for round in $(seq "$rounds"); do
    for way in cp artifacts; do
      rm -rf "$dir/cp" "$dir/new/repository/tenants"
      sync -f "$dir"
      seconds=$({ time "way_$way"; } 2>&1)
      printf '%s\t%s\t%s\n' "$1" "$way" "$seconds" | tee -a "$dir/measured"
    done
  done
  diff -r "$dir/old/repository/tenants" "$dir/new/repository/tenants"
  rm -rf "$dir/cp" "$dir/new/repository/tenants" "$dir"/old/repository/tenants/*
}

make_homes
rm -f "$dir/measured"
if ((files > 0)); then
  say "$files files"
  make_small
  measure_both "$files files"
fi
if ((gigabytes > 0)); then
  say "One file of $gigabytes GB"
  make_large
  measure_both "$gigabytes GB"
fi
say "Medians in seconds"
sort -t $'\t' -k1,2 -k3n "$dir/measured" | awk -F '\t' '
  { name = $1 "\t" $2; if (name != last) { if (last) print last "\t" v[int((n + 1) / 2)]; n = 0; last = name } v[++n] = $3 }
  END { print last "\t" v[int((n + 1) / 2)] }'
