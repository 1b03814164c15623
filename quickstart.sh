#!/usr/bin/env bash
# The main job, end to end, on a real Carbon server: an old home that its own server populates, upgraded to a new home, started,
# verified by itself, and reported. Needs JDK 17 and Maven; everything else comes from Maven Central. All of it happens in
# target/quickstart; servers listen on 127.0.0.1, on free ports, and are stopped when this ends, however it ends.
set -euo pipefail
cd "$(dirname "$0")"

carbon=4.5.1
work=$PWD/target/quickstart
# Both homes have the one version that Maven Central has, and it was made for older versions of Java than these programs need:
# the only warnings that are expected.
expected_warnings="VERSION_SAME JAVA_VERSION"

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
harness() { java -cp "$harness_jar" "org.carbonupgrade.itests.support.$1" "${@:2}"; }

say "1  Building Carbon Upgrade"
mvn -B -ntp -q package -DskipTests
harness_jar=$(echo itests/support/target/carbon-upgrade-itests-support-*.jar)
upgrade=$(echo distribution/target/carbon-upgrade-*/carbon-upgrade-*/bin/carbon-upgrade)

say "2  Fetching the Carbon kernel $carbon"
rm -rf "$work"
mkdir -p "$work"
mvn -B -ntp -q dependency:copy -Dartifact=org.wso2.carbon:wso2carbon-core:$carbon:zip -DoutputDirectory="$work"
pack=$work/wso2carbon-core-$carbon.zip

say "3  Making an old home, and having its server populate itself"
harness OldHomeMain "$work/old" "$pack"
harness FingerprintMain "$work/old" "$work/old-before.txt"

say "4  Making a new home"
harness StockHomeMain "$work/new" "$pack"
cat > "$work/upgrade.properties" <<PLAN
old.home = $work/old
new.home = $work/new
old.vanilla = $pack
backup.dir = $work/backup
PLAN

say "5  Upgrading: carbon-upgrade --plan upgrade.properties run"
sh "$upgrade" --plan "$work/upgrade.properties" run

say "6  Starting the new server on staging; it verifies itself"
harness ServeUntil "$work/new" "$work/new/repository/upgrade/reports/verification.json" 120

say "7  The report: carbon-upgrade --plan upgrade.properties report"
sh "$upgrade" --plan "$work/upgrade.properties" report
sh "$upgrade" --plan "$work/upgrade.properties" status

say "8  Was the old home left alone?"
harness FingerprintMain "$work/old" "$work/old-after.txt"
cmp "$work/old-before.txt" "$work/old-after.txt"
echo "yes: $(wc -l < "$work/old-after.txt") files, links and directories are as they were, content, mode and time"

say "9  The verdict"
harness VerdictMain "$work/new/repository/upgrade/reports/upgrade.json" $expected_warnings
echo "report: file://$work/new/repository/upgrade/reports/upgrade.html"
