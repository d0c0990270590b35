/** One finding of a rule, ready to be read: where, and what is wrong. */
export type Violation = string;

/** Something that must hold for everything synthesized. Rules are values, so that tests can show that they bite. */
export type Rule<Subject> = { name: string; find(subjects: readonly Subject[]): Violation[] };

/** A rule about one thing at a time: `judge` answers what is wrong with it, or nothing. */
export function ruleForEach<Subject>(
  name: string,
  applies: (subject: Subject) => boolean,
  describe: (subject: Subject) => string,
  judge: (subject: Subject) => readonly string[],
): Rule<Subject> {
  return {
    name,
    find: (subjects) =>
      subjects
        .filter(applies)
        .flatMap((subject) => judge(subject).map((problem) => `${describe(subject)}: ${problem}`)),
  };
}

/** The problem when the condition does not hold. */
export function unless(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}
