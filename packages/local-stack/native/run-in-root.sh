#!/usr/bin/env bash
# Runs a program inside the PostgreSQL root with one data folder mounted at /data.
# Runs inside a mount namespace of its own, so several profiles share one root, each seeing its own data, and nothing stays mounted.
# Usage: run-in-root.sh <root> <data folder> <program> <arguments…>
set -euo pipefail
root=$1 data=$2
shift 2
mount --bind "$data" "$root/data"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
exec chroot --userspec=postgres:postgres "$root" "$@"
