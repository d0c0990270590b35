#!/usr/bin/env bash
# Installs the controllers of controllers.json, or brings them to those versions. Each waits until it works.
# Environment: ENVIRONMENT, AWS_REGION
set -euo pipefail

controllers="$(dirname "$0")/../controllers.json"
cluster="erp-$ENVIRONMENT-cluster"
aws eks update-kubeconfig --region "$AWS_REGION" --name "$cluster" > /dev/null
# The load balancer controller cannot ask its node: the instance's metadata are out of pods' reach.
vpc="$(aws eks describe-cluster --region "$AWS_REGION" --name "$cluster" \
  --query cluster.resourcesVpcConfig.vpcId --output text)"

# Strimzi's chart makes roles in the namespace it watches. Its labels come with the charts, under another field manager.
kubectl create namespace erp --dry-run=client --output=yaml |
  kubectl apply --server-side --field-manager=controllers --filename - > /dev/null

jq -r '.[].name' "$controllers" | while read -r name; do
  field() { jq -er --arg name "$name" ".[] | select(.name == \$name) | .$1" "$controllers"; }
  list() { jq -r --arg name "$name" ".[] | select(.name == \$name) | .$1[]" "$controllers"; }
  settings=()
  while read -r value; do
    value="${value/\$CLUSTER_NAME/$cluster}"
    settings+=(--set "${value/\$VPC_ID/$vpc}")
  done < <(list values)
  # Annotations are text: --set would make a number of 8080.
  while read -r text; do settings+=(--set-string "$text"); done < <(list texts)
  helm upgrade "$name" "$(field chart)" --install --repo "$(field repository)" --version "$(field version)" \
    --namespace "$(field namespace)" --create-namespace "${settings[@]}" --atomic --timeout 5m < /dev/null
  echo "✓ $name"
done
