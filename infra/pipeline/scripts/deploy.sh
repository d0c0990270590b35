#!/usr/bin/env bash
# Puts a release into the cluster: files for browsers, secrets, Kafka, migrations, then the programs one by one. A program
# whose new pods do not come up gets its former ones back, and the release fails.
# Usage: deploy.sh <images.json> <folder with the static files>
# Environment: ENVIRONMENT, AWS_REGION, STATIC_BUCKET, SIGNING_KEY, IMAGE_REGISTRY
set -euo pipefail

images="$1"
static="$2"
namespace=erp
work=.local/infra/deploy
mkdir -p "$work"
aws eks update-kubeconfig --region "$AWS_REGION" --name "erp-$ENVIRONMENT-cluster" > /dev/null

# Nobody runs what our pipeline has not signed. Signatures lie in the registry, beside the images.
aws ecr get-login-password --region "$AWS_REGION" |
  cosign login --username AWS --password-stdin "${IMAGE_REGISTRY%%/*}"
jq -r '.[]' "$images" | while read -r reference; do
  cosign verify --insecure-ignore-tlog=true --key "$SIGNING_KEY" "$reference" > /dev/null
done

# Pages that are still open load the former release's files, so nothing is deleted.
aws s3 sync "$static" "s3://$STATIC_BUCKET/_next/static" --only-show-errors --cache-control 'public, max-age=31536000, immutable'

npm run --silent infra:synth -- --environment "$ENVIRONMENT"
stacks=".local/infra/stacks/$ENVIRONMENT/stacks"
for stack in identity data edge observability; do
  terraform -chdir="$stacks/$stack" init -input=false > /dev/null
  terraform -chdir="$stacks/$stack" output -json | jq 'map_values(.value)' > "$work/$stack.json"
done
jq -s --slurpfile images "$images" 'add + {images: $images[0]}' "$work"/{identity,data,edge,observability}.json > "$work/values.json"
npm run --silent infra:manifests -- --environment "$ENVIRONMENT" --values "$work/values.json"

mapfile -t charts < <(find ".local/infra/manifests/$ENVIRONMENT" -name '*.yaml' | sort)
chart() { printf '%s\n' "${charts[@]}" | grep -- "-$1\.k8s\.yaml$"; }
apply() { kubectl apply --server-side --field-manager=pipeline --force-conflicts --filename "$(chart "$1")"; }

# The first time there are no namespaces to try the rest in.
apply namespaces
kubectl apply --server-side --field-manager=pipeline --force-conflicts --dry-run=server "${charts[@]/#/--filename=}" > /dev/null

for each in network-policies secrets; do apply "$each"; done

# What was turned a moment ago is copied now, not within five minutes: migrate gives MySQL the new password.
since="$(date --utc +%Y-%m-%dT%H:%M:%SZ)"
kubectl annotate externalsecret --all --namespace "$namespace" --overwrite "force-sync=$since" > /dev/null
count_late() {
  kubectl get externalsecret --namespace "$namespace" --output json |
    jq --arg since "$since" '[.items[] | select((.status.refreshTime // "") < $since)] | length'
}
for _ in {1..60}; do
  if [[ "$(count_late)" == 0 ]]; then break; fi
  sleep 5
done
kubectl wait externalsecret --all --namespace "$namespace" --for=condition=Ready --timeout=5m
apply kafka
kubectl wait kafka --all --namespace "$namespace" --for=condition=Ready --timeout=15m
kubectl wait kafkauser --all --namespace "$namespace" --for=condition=Ready --timeout=5m

# Anew in every release: after a failed one, and for a password that was turned without a new image.
kubectl delete job --selector app.kubernetes.io/name=migrate --namespace "$namespace" --ignore-not-found
apply migrate
job="$(kubectl get --filename "$(chart migrate)" --output jsonpath='{.items[?(@.kind=="Job")].metadata.name}')"
kubectl wait "job/$job" --namespace "$namespace" --for=condition=Complete --timeout=15m

apply operate
apply monitoring

# Workers are readers of events: they come before web, which writes new ones.
for each in soketi workers web; do
  apply "$each"
  deployments="$(kubectl get --filename "$(chart "$each")" --output jsonpath='{.items[?(@.kind=="Deployment")].metadata.name}')"
  for deployment in $deployments; do
    if ! kubectl rollout status "deployment/$deployment" --namespace "$namespace" --timeout=10m; then
      kubectl rollout undo "deployment/$deployment" --namespace "$namespace"
      kubectl rollout status "deployment/$deployment" --namespace "$namespace" --timeout=10m
      echo "✗ $deployment did not come up; its former pods are back" >&2
      exit 1
    fi
  done
done
