#!/usr/bin/env bash
# Installs the controllers of controllers.json, or brings them to those versions. Each waits until it works.
# Environment: ENVIRONMENT, AWS_REGION
set -euo pipefail

controllers="$(dirname "$0")/../controllers.json"
export CLUSTER_NAME="erp-$ENVIRONMENT-cluster"
aws eks update-kubeconfig --region "$AWS_REGION" --name "$CLUSTER_NAME" > /dev/null

jq -r '.[].name' "$controllers" | while read -r name; do
  field() { jq -er --arg name "$name" ".[] | select(.name == \$name) | .$1" "$controllers"; }
  settings=()
  while read -r value; do
    settings+=(--set "${value/\$CLUSTER_NAME/$CLUSTER_NAME}")
  done < <(jq -r --arg name "$name" '.[] | select(.name == $name) | .values[]' "$controllers")
  helm upgrade "$name" "$(field chart)" --install --repo "$(field repository)" --version "$(field version)" \
    --namespace "$(field namespace)" --create-namespace --set "serviceAccount.name=$(field serviceAccount)" \
    "${settings[@]}" --atomic --timeout 5m
  echo "✓ $name"
done
