#!/bin/sh
# What tests need from the system: installed where we may, otherwise named, and the tests that need it are skipped and counted.
set -u

have() { command -v "$1" >/dev/null 2>&1; }
newest_postgres() { ls /usr/lib/postgresql 2>/dev/null | sort -n | tail -n 1; }

missing() {
  version=$(newest_postgres)
  [ -n "$version" ] && [ -x "/usr/lib/postgresql/$version/bin/initdb" ] || echo postgresql
  if [ -z "$version" ]; then
    version=$(apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p' | head -n 1)
  fi
  [ -f "/usr/share/postgresql/${version:-15}/extension/postgis.control" ] || echo "postgresql-${version:-15}-postgis-3"
  have chromium || echo chromium
  [ -n "$(fc-list :lang=zh-cn 2>/dev/null | head -n 1)" ] || echo fonts-noto-cjk
  have pdftotext || echo poppler-utils
  have qpdf || echo qpdf
  have xmllint || echo libxml2-utils
  have certutil || echo libnss3-tools
  have openssl || echo openssl
  have fc-list || echo fontconfig
}

wanted=$(missing | tr '\n' ' ')
[ -n "$wanted" ] || exit 0
if [ "$(id -u)" = 0 ] && have apt-get; then
  echo "Installing for the tests: $wanted" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >&2 || true
  # Asked again: on a bare system the package lists say which PostgreSQL there is.
  wanted=$(missing | tr '\n' ' ')
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $wanted >/dev/null ||
    for each in $wanted; do apt-get install -y -qq --no-install-recommends "$each" >/dev/null || true; done
fi
wanted=$(missing | tr '\n' ' ')
[ -z "$wanted" ] || echo "Missing, so the tests that need them are skipped or use the embedded database: $wanted" >&2
exit 0
