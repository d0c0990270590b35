/** `npm run infra:cost [-- --environment dev]`: what a month costs, line by line, as an estimate. */
import { listResources, readStacks } from "../aws/parts/read-stacks";
import { countResources } from "../cost/count-resources";
import { DOCUMENTED_USD, estimateMonth, totalOf } from "../cost/estimate";
import { PRICES_AS_OF } from "../cost/prices";
import { chosenEnvironments } from "./arguments";
import { print } from "./output";
import { synthesizeTo } from "./synth";

export function runCost(args: readonly string[]): void {
  for (const environment of chosenEnvironments(args)) {
    const resources = listResources(readStacks(synthesizeTo(environment)));
    const lines = estimateMonth(environment, countResources(resources));
    print(`\n${environment.name}`);
    for (const { what, count, usd } of lines)
      print(`  ${what.padEnd(58)} ${String(count).padStart(4)} ${usd.toFixed(0).padStart(6)}`);
    print(`  ${"a month, in US dollars".padEnd(63)} ${String(totalOf(lines)).padStart(6)}`);
    print(`  ${"budget".padEnd(63)} ${String(environment.budgetUsd).padStart(6)}`);
  }
  print(`\nEstimates from public price lists of ${PRICES_AS_OF}; the documented first version: $${DOCUMENTED_USD}`);
}
