#!/usr/bin/env bash
# Builds a Debian root with PostgreSQL 18 and DocumentDB. Runs as root inside a mount namespace of its own.
# Usage: install-documentdb.sh <empty folder> <Debian mirror of this machine>
set -euo pipefail
root=$1 mirror=$2 suite=forky

debootstrap --variant=minbase "$suite" "$root" "$mirror" /usr/share/debootstrap/scripts/sid

mount -t proc proc "$root/proc"
# Package scripts must not start services on this machine.
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"

in_root() { DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
# A mirror may lag behind, so the date in its index is not checked; its signature is.
in_root apt-get -q -o Acquire::Check-Valid-Until=false update
in_root apt-get -q -y install --no-install-recommends postgresql-18 postgresql-18-documentdb
in_root apt-get -q clean
rm -rf "$root"/var/lib/apt/lists/*
mkdir -p "$root/data"
umount "$root/proc"
chmod 755 "$root"
