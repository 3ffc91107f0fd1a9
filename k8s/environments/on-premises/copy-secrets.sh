#!/bin/sh
# Copies what the operators made in the engines' namespace to where the release looks for it (on-premises.yaml).
# Usage: copy-secrets.sh [namespace of the release] [namespace of the engines]
set -eu
to=${1:-skillstream}
from=${2:-skillstream-engines}
files=$(mktemp -d)
trap 'rm -rf "$files"' EXIT

# Through files of this user alone: arguments are seen by everybody on the machine.
read_key() {
  kubectl -n "$from" get secret "$1" -o "go-template={{index .data \"$2\" | base64decode}}" >"$files/$3"
  [ -s "$files/$3" ] || { echo "Secret $1 in $from has no key $2 yet" >&2 && exit 1; }
}
write_secret() {
  name=$1 && shift
  kubectl -n "$to" create secret generic "$name" "$@" --dry-run=client -o yaml | kubectl apply -f -
}

read_key skillstream password kafka-password
read_key mongodb-skillstream password mongodb-password
read_key valkey-users skillstream redis-password
read_key kafka-cluster-ca-cert ca.crt kafka-ca.crt
read_key engines-ca ca.crt engines-ca.crt

write_secret engine-passwords --from-file="$files/kafka-password" --from-file="$files/mongodb-password" \
  --from-file="$files/redis-password"
write_secret kafka-ca --from-file=ca.crt="$files/kafka-ca.crt"
write_secret engines-ca --from-file=ca.crt="$files/engines-ca.crt"
