#!/usr/bin/env bash
# Runs an operators' command in the cluster that kubectl talks to, shows what it says, and ends as it ends. Ctrl-C ends
# the command as well: that is how events:tail is left.
# Usage: operate.sh <command> [arguments]
set -euo pipefail

: "${1:?Usage: operate.sh <command> [arguments]}"
namespace=erp
job="operate-$(date +%s)"
trap 'kubectl delete job "$job" --namespace "$namespace" --ignore-not-found --wait=false > /dev/null; exit 130' INT TERM

kubectl create job "$job" --namespace "$namespace" --from=cronjob/operate --dry-run=client --output=json |
  jq '.spec.template.spec.containers[0].args += $ARGS.positional' --args -- "$@" |
  kubectl create --filename - > /dev/null

# There is nothing to show before the container has started, which can take until a node has its image.
for _ in {1..60}; do
  if kubectl logs "job/$job" --namespace "$namespace" --follow 2> /dev/null; then break; fi
  sleep 2
done

outcome=""
until [[ "$outcome" == *Complete* || "$outcome" == *Failed* ]]; do
  outcome="$(kubectl get job "$job" --namespace "$namespace" \
    --output jsonpath='{.status.conditions[?(@.status=="True")].type}')"
  sleep 1
done
if [[ "$outcome" == *Failed* ]]; then
  echo "✗ $1 did not succeed: kubectl describe job $job --namespace $namespace" >&2
  exit 1
fi
