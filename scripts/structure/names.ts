import type { Check } from "./source-tree";
import { isCode } from "./source-tree";

const roles = "mutations|queries|reactions|rules|policy|states";

/** A reader finds what a domain does by the file's name alone, because the set of names is closed. */
export const domainFileNames: Check = {
  name: "a domain folder has only the agreed file names",
  find: (files) =>
    files.flatMap(({ path }) => {
      const [, domain, name] = path.match(/^packages\/domain\/src\/([^/]+)\/(.+)$/) ?? [];
      if (!domain || !name || ["testing", "seed"].includes(domain)) return [];
      const agreed = new RegExp(`^${domain}(\\.[a-z0-9-]+)?\\.(${roles})\\.ts$`);
      const isTest = name.startsWith(`${domain}.`) && name.endsWith(".test.ts");
      const isTestData = /^[a-z0-9-]+\.json$/.test(name);
      if (agreed.test(name) || isTest || isTestData) return [];
      return [`${path}: name it ${domain}.[<topic>.]{${roles.replaceAll("|", ",")}}.ts`];
    }),
};

export const noVagueNames: Check = {
  name: "no utils, helpers, common, and no barrels",
  find: (files) =>
    files
      .filter(({ path }) => isCode(path) && !path.includes("uws-shim/"))
      .flatMap(({ path }) => {
        const vague = path.match(/(?:^|[/.-])(utils?|helpers?|commons?|misc)(?=[/.-])/)?.[1];
        if (vague) return [`${path}: "${vague}" says nothing; name the file after what it does`];
        const isBarrel = /(^|\/)index\.tsx?$/.test(path);
        return isBarrel ? [`${path}: import from the file itself instead of a barrel`] : [];
      }),
};

/** Next gives meaning to (groups), @slots, _private folders and [parameters]; a parameter is a name in code. */
export const kebabCaseNames: Check = {
  name: "file names are kebab-case",
  find: (files) =>
    files
      .filter(({ path }) => isCode(path))
      .flatMap(({ path }) => {
        const odd = path.split("/").find((part) => !isKebabCase(part));
        return odd ? [`${path}: "${odd}" is not kebab-case`] : [];
      }),
};

function isKebabCase(part: string): boolean {
  if (/^\[+(\.\.\.)?[a-zA-Z]+\]+$/.test(part)) return true;
  const inner = part.replace(/^[_@.]/, "").replace(/^\((.*)\)$/, "$1");
  return /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(inner);
}
