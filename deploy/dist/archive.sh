#!/usr/bin/env bash
# Puts what the other modules have built into one archive that runs without Maven:
# target/mirrorcore-VERSION.tar.gz, and its checksum beside it. The build calls it.
#
#   archive.sh VERSION TIMESTAMP
#
# The same classes give the same bytes: files in order of name, with one time and no owner.
set -euo pipefail

version=$1
time=$2
here=$(pwd)
root=$(cd ../.. && pwd)
name=mirrorcore-$version
content=$here/target/$name

rm -rf "$content" target/mirrorcore-*.tar.gz*
mkdir -p "$content"/{lib,cluster,conf,docs}

cp "$root"/{LICENSE,CHANGELOG.md,mirrorcore} "$content"
cp README.md "$content"
cp "$root"/deploy/local/target/lib/*.jar "$content/lib"
for module in common/strategy-api common jobs deploy/cluster deploy/consumer deploy/console deploy/local; do
  jars=("$root/$module"/target/mirrorcore-*-"$version".jar)
  cp "${jars[0]}" "$content/lib"
done
cp -r "$root"/deploy/cluster/target/{lib,job} "$content/cluster"
cp "$root/deploy/runbook.md" "$root"/src/docs/{security,upgrade-0.2,evidence}.md "$content/docs"
cp -r "$root"/deploy/{prometheus,grafana} "$content"
[[ ! -f $root/target/bom.json ]] || cp "$root/target/bom.json" "$content"

"$content/mirrorcore" config print >"$content/conf/mirrorcore.yaml"

(cd "$content" && find . -type f ! -name SHA256SUMS -printf '%P\0' | LC_ALL=C sort -z \
  | xargs -0 sha256sum >SHA256SUMS)

archive=$here/target/$name.tar.gz
tar --create --directory="$here/target" --sort=name --mtime="$time" \
  --owner=0 --group=0 --numeric-owner "$name" | gzip --no-name --fast >"$archive"
rm -rf "$content"
(cd "$here/target" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
