#!/usr/bin/env bash
# Builds every image, pushes it, waits for the registry's scan, lists what is inside, signs it. Leaves images.json with
# the digests, and the files that browsers load, for the deploying step.
# Environment: IMAGE_REGISTRY, SIGNING_KEY, AWS_REGION, CODEBUILD_RESOLVED_SOURCE_VERSION, CODEBUILD_BUILD_NUMBER
set -euo pipefail

out=.local/infra/images
mkdir -p "$out"
echo '{}' > "$out/images.json"
# The build's number makes the tag new when a commit is released once more: the registry gives a tag only once.
tag="${CODEBUILD_RESOLVED_SOURCE_VERSION:0:12}-$CODEBUILD_BUILD_NUMBER"

aws ecr get-login-password --region "$AWS_REGION" |
  docker login --username AWS --password-stdin "${IMAGE_REGISTRY%%/*}"

# Critical findings stop the release; the registry keeps the list of all.
refuse_critical() {
  local repository="$1" digest="$2" critical
  aws ecr wait image-scan-complete --repository-name "$repository" --image-id "imageDigest=$digest"
  # shellcheck disable=SC2016 # the backquotes are JMESPath's
  critical="$(aws ecr describe-image-scan-findings --repository-name "$repository" --image-id "imageDigest=$digest" \
    --query 'imageScanFindings.findingSeverityCounts.CRITICAL || `0`' --output text)"
  if [[ "$critical" != 0 ]]; then
    echo "✗ $repository has $critical critical findings" >&2
    return 1
  fi
}

for dockerfile in infra/docker/*.Dockerfile; do
  name="$(basename "$dockerfile" .Dockerfile)"
  image="$IMAGE_REGISTRY/$name"
  docker build --file "$dockerfile" --tag "$image:$tag" .
  docker push --quiet "$image:$tag"
  reference="$(docker inspect --format '{{index .RepoDigests 0}}' "$image:$tag")"
  refuse_critical "${image#*/}" "${reference##*@}"
  syft scan --quiet --output "spdx-json=$out/$name.spdx.json" "$reference"
  cosign sign --yes --tlog-upload=false --key "$SIGNING_KEY" "$reference"
  cosign attest --yes --tlog-upload=false --key "$SIGNING_KEY" --type spdxjson --predicate "$out/$name.spdx.json" "$reference"
  jq --arg name "$name" --arg reference "$reference" '.[$name] = $reference' "$out/images.json" > "$out/images.json.new"
  mv "$out/images.json.new" "$out/images.json"
done

container="$(docker create "$IMAGE_REGISTRY/web:$tag")"
docker cp --quiet "$container:/app/apps/web/.next/static" "$out/static"
docker rm "$container" > /dev/null
cat "$out/images.json"
