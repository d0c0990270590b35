import { type Rule, ruleForEach, unless } from "../rules/rule";
import { argumentsOf, baseImagesOf, lastStageOf, type ParsedDockerfile } from "./read-dockerfile";

type DockerfileRule = Rule<ParsedDockerfile>;

const digest = /@sha256:[0-9a-f]{64}$/;
const wholeVersion = /:\d+\.\d+\.\d+[\w.-]*$/;

function rule(name: string, judge: (parsed: ParsedDockerfile) => readonly string[]): DockerfileRule {
  return ruleForEach(
    name,
    () => true,
    ({ file }) => file,
    judge,
  );
}

/** What must hold for every image that is built. */
export const dockerfileRules: readonly DockerfileRule[] = [
  rule("base images are pinned: Node's by digest, others by their whole version", (parsed) =>
    baseImagesOf(parsed).flatMap((image) => {
      const isNode = image.startsWith("node:");
      return unless(digest.test(image) || (!isNode && wholeVersion.test(image)), `begins with ${image}`);
    }),
  ),
  rule("programs run on Node 24", (parsed) =>
    baseImagesOf(parsed)
      .filter((image) => image.startsWith("node:"))
      .flatMap((image) => unless(image.startsWith("node:24-"), `begins with ${image}`)),
  ),
  rule("nothing runs as root", (parsed) => {
    const user = argumentsOf(lastStageOf(parsed), "USER").at(-1) ?? "root";
    // By number: Kubernetes cannot tell whether a name is root.
    return unless(/^[1-9]\d{3,}:[1-9]\d{3,}$/.test(user), `runs as ${user}`);
  }),
  rule("the program itself gets the signals: no shell stands between", (parsed) =>
    ["ENTRYPOINT", "CMD"].flatMap((keyword) => {
      const [command] = argumentsOf(lastStageOf(parsed), keyword);
      return unless(command?.startsWith("[") === true, `${keyword} is ${command ?? "missing"}`);
    }),
  ),
  rule("packages come from the lockfile", ({ text }) =>
    unless(!/npm (install|i|add)\b/.test(text), "installs without the lockfile"),
  ),
  rule("nothing is downloaded and run unseen", (parsed) => [
    ...unless(!/(curl|wget)[^\n]*\|\s*(ba|da|)sh/.test(parsed.text), "pipes a download into a shell"),
    ...argumentsOf(parsed.dockerfile.getInstructions(), "ADD")
      .filter((argument) => /^https?:/.test(argument))
      .map((argument) => `adds ${argument} without a checksum`),
    ...[...parsed.text.matchAll(/npx [^\n]*?(\S+)@(\S+)/g)].flatMap(([, name, version]) =>
      unless(/^\d+\.\d+\.\d+$/.test(version ?? ""), `runs ${name}@${version}`),
    ),
  ]),
  rule("no secret is built in", (parsed) =>
    ["ENV", "ARG"]
      .flatMap((keyword) => argumentsOf(parsed.dockerfile.getInstructions(), keyword))
      .filter((argument) => /(PASSWORD|SECRET|TOKEN|_KEY)\b/.test(argument))
      .map((argument) => `holds ${argument}`),
  ),
];
