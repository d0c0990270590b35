#!/usr/bin/env bash
# Runs a program inside the PostgreSQL root with one data folder mounted at /data.
# Runs inside a mount namespace of its own, so several profiles share one root, each seeing its own data, and nothing stays mounted.
# Usage: run-in-root.sh <root> <data folder> <program> <arguments…>
set -euo pipefail
root=$1 data=$2
shift 2
mount --bind "$data" "$root/data"
mount --rbind /dev "$root/dev"
mount --rbind /proc "$root/proc"
# PostgreSQL refuses to run as root, so root becomes the user "postgres" of the inner system …
if [ "$(id -u)" = 0 ]; then exec chroot --userspec=postgres:postgres "$root" "$@"; fi
# … and an ordinary user stays who they are, which PostgreSQL wants to find among the known users.
mount --bind /etc/passwd "$root/etc/passwd"
exec chroot "$root" "$@"
