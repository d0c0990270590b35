#!/usr/bin/env bash
# Applies what was approved, stack after stack, and nothing else: the plans travel here from the planning step. Where an
# earlier stack changed what a later one reads, that stays for the next run, and this one says so.
# Usage: apply-plans.sh <folder with the planned stacks>
set -euo pipefail

planned="$1/$ENVIRONMENT/stacks"
order=(bootstrap network identity data cluster edge delivery observability)

for stack in "${order[@]}"; do
  echo "── $stack"
  terraform -chdir="$planned/$stack" init -input=false
  terraform -chdir="$planned/$stack" apply -input=false approved.tfplan
done

for stack in "${order[@]}"; do
  status=0
  terraform -chdir="$planned/$stack" plan -input=false -detailed-exitcode -lock=false > /dev/null || status=$?
  if [[ "$status" == 2 ]]; then echo "! $stack has changes that nobody has approved yet: release the change once more"; fi
  if [[ "$status" == 1 ]]; then exit 1; fi
done
