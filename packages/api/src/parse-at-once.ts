import type { z } from "zod";

/**
 * A procedure builder whose inputs and outputs are parsed without waiting. tRPC asks zod for a promise, and then zod
 * leaves its compiled path and takes three times as long; no schema of ours has anything to wait for. One that had would
 * throw at its first call.
 */
export function parsingAtOnce<Builder extends object>(builder: Builder): Builder {
  const { input, output } = builder as unknown as Parsing;
  return {
    ...builder,
    input: (schema: z.ZodType) => parsingAtOnce(input(atOnce(schema))),
    output: (schema: z.ZodType) => parsingAtOnce(output(atOnce(schema))),
  };
}

type Parsing = { input(schema: z.ZodType): object; output(schema: z.ZodType): object };

/** The schema itself stays as it is: others may parse it as they like. */
function atOnce<Schema extends z.ZodType>(schema: Schema): Schema {
  const twin = schema.clone();
  twin.parseAsync = async (value, params) => schema.parse(value, params);
  return twin;
}
