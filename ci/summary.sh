#!/usr/bin/env bash
# Sum the test reports under this project: names of what failed or was skipped, then one line
# "N passed, N failed, N skipped". $1 is the number of steps that broke without being a test; each counts as failed
# if no test says so itself. The exit status is 0 only if something passed and nothing failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
reports=$(find . -path '*/surefire-reports/TEST-*.xml' | LC_ALL=C sort)
# shellcheck disable=SC2086
awk -v broken="${1:-0}" '
  function number(name,   text) {
    if (!match($0, " " name "=\"[0-9]+\"")) return 0
    text = substr($0, RSTART, RLENGTH)
    gsub(/[^0-9]/, "", text)
    return text + 0
  }
  function attribute(name,   text) {
    if (!match($0, " " name "=\"[^\"]*\"")) return ""
    text = substr($0, RSTART, RLENGTH)
    sub("^ " name "=\"", "", text)
    sub("\"$", "", text)
    return text
  }
  function last(text,   at, from) {
    for (at = 0; (from = index(substr($0, at + 1), text)) > 0; at += from) continue
    return at
  }
  # Surefire writes the elements below at the beginning of a line; what a test printed is in CDATA and is passed over.
  !data && /^<testsuite / {
    run += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped")
  }
  !data && /^ *<testcase / { test = attribute("classname") "." attribute("name") }
  !data && /^ *<(failure|error)[ >]/ { print "failed:  " test }
  !data && /^ *<skipped[ \/>]/ {
    why = attribute("message")
    if (why == "" && match($0, /<!\[CDATA\[.*/)) why = substr($0, RSTART + 9)
    sub(/^[A-Za-z0-9_.]*TestAbortedException: /, "", why)
    print "skipped: " test (why == "" ? "" : ": " why)
  }
  /<!\[CDATA\[|\]\]>/ { data = last("<![CDATA[") > last("]]>") }
  END {
    passed = run - failed - skipped
    if (failed == 0) failed = broken
    printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
    exit !(passed > 0 && failed == 0)
  }' ${reports:-/dev/null}
