import type { Check, SourceFile, Violation } from "./source-tree";

/** Put together from parts, so that this file does not hold what it looks for. */
const registryHosts = [
  ["registry", "npmjs", "org"],
  ["registry", "yarnpkg", "com"],
  ["deb", "debian", "org"],
  ["security", "debian", "org"],
  ["archive", "ubuntu", "com"],
  ["repo", "maven", "apache", "org"],
  ["repo1", "maven", "org"],
  ["proxy", "golang", "org"],
  ["files", "pythonhosted", "org"],
].map((parts) => parts.join("."));

const machinePath = /(?<![\w.@~-])\/(?:work|root|home|Users)\/(?:[\w.-]+\/|\.[a-z]+|main\b|shared\b)/;

const secrets: [string, RegExp][] = [
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a GitHub token", /\bgh[pousr]_\w{36}\b|\bgithub_pat_\w{20}/],
  ["a Slack token", /\bxox[abprs]-[\w-]{10}/],
  ["a JSON web token", /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\./],
  ["a password inside an address", /:\/\/[\w.-]+:(?!\$|<|\{|[Pp]ass|local|secret|example)[^\s:@/"'`]{12,}@/],
];

/** A clone elsewhere takes packages from its own mirror and lies in another folder. */
export const noMachineAddresses: Check = {
  name: "no registry hosts and no paths of one machine",
  find: (files) =>
    findInLines(files, (line) => {
      const host = registryHosts.find((name) => line.includes(name));
      if (host) return `names the registry ${host}; use the clients' own configuration`;
      const path = line.match(machinePath)?.[0];
      return path ? `"${path}…" exists on one machine only` : undefined;
    }),
};

export const noSecrets: Check = {
  name: "no secrets",
  find: (files) =>
    findInLines(files, (line) => {
      const found = secrets.find(([, pattern]) => pattern.test(line));
      return found ? `looks like ${found[0]}; read it from the environment` : undefined;
    }),
};

function findInLines(files: SourceFile[], judge: (line: string) => string | undefined): Violation[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const verdict = judge(line);
      return verdict ? [`${path}:${index + 1}: ${verdict}`] : [];
    }),
  );
}
