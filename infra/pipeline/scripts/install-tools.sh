#!/usr/bin/env bash
# Installs the named tools of tools.json: exactly those versions, and only when their checksums are right.
set -euo pipefail

tools="$(dirname "$0")/../tools.json"
target="${TOOLS_FOLDER:-/usr/local/bin}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

for name in "$@"; do
  url="$(jq -er --arg name "$name" '.[] | select(.name == $name) | .url' "$tools")"
  sha256="$(jq -er --arg name "$name" '.[] | select(.name == $name) | .sha256' "$tools")"
  file="$work/${url##*/}"
  curl --fail --silent --show-error --location --proto '=https' --tlsv1.2 --output "$file" "$url"
  echo "$sha256  $file" | sha256sum --check --strict --quiet
  unpacked="$work/$name.d"
  mkdir "$unpacked"
  case "$file" in
    *.zip) unzip -q "$file" -d "$unpacked" ;;
    *.tar.gz) tar -xzf "$file" -C "$unpacked" ;;
    *) mv "$file" "$unpacked/$name" ;;
  esac
  # Some archives have a folder around the program.
  program="$(find "$unpacked" -name "$name" -type f)"
  install -m 0755 "$program" "$target/$name"
  echo "✓ $name"
done
