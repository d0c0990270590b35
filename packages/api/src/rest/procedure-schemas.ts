import { z } from "zod";
import { appRouter } from "../root";

export type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  [keyword: string]: unknown;
};

type Parsers = { inputs: z.ZodType[]; output?: z.ZodType };

const parsersOf = (procedure: string): Parsers => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: Parsers }>;
  const found = procedures[procedure];
  if (!found) throw new Error(`there is no procedure "${procedure}"`);
  return found._def;
};

/** What a caller sends; null where the procedure takes nothing. */
export function inputSchemaOf(procedure: string): JsonSchema | null {
  const [input] = parsersOf(procedure).inputs;
  return input ? toJsonSchema(input, "input") : null;
}

/** What a caller gets. Every procedure that is a route declares it. */
export function outputSchemaOf(procedure: string): JsonSchema {
  const { output } = parsersOf(procedure);
  if (!output) throw new Error(`"${procedure}" does not say what it answers`);
  return toJsonSchema(output, "output");
}

/** JSON Schema 2020-12, which is OpenAPI 3.1's. An instant is text in ISO 8601. */
function toJsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  });
  return json as JsonSchema;
}
