/** A failure that a person can mend: says what is wrong, the command that mends it, and where to read more. */
export class Problem extends Error {
  readonly remedy: string | undefined;
  readonly details: string | undefined;

  constructor(message: string, options: { remedy?: string; details?: string } = {}) {
    super(message);
    this.name = "Problem";
    this.remedy = options.remedy;
    this.details = options.details;
  }
}

export function describeProblem(error: unknown): string {
  if (!(error instanceof Problem)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const parts = [`✗ ${error.message}`];
  if (error.details) parts.push(indent(error.details));
  if (error.remedy) parts.push(`  → ${error.remedy}`);
  return parts.join("\n");
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `  │ ${line}`)
    .join("\n");
}
