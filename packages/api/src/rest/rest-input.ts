import type { JsonSchema } from "./procedure-schemas";

/**
 * A query string as the procedure's input. Text becomes what the schema asks for, where it can be read as that; where
 * not, it stays text and the schema refuses it. A field that may be given several times is a list.
 */
export function inputFromQuery(schema: JsonSchema | null, query: URLSearchParams): Record<string, unknown> {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const field = schema?.properties?.[name];
      const values = query.getAll(name);
      if (field?.type === "array") {
        const items = field.items as JsonSchema | undefined;
        return [name, values.map((value) => readText(value, items))];
      }
      return [name, readText(values.at(-1) ?? "", field)];
    }),
  );
}

function readText(text: string, schema: JsonSchema | undefined): unknown {
  const isNumber = schema?.type === "integer" || schema?.type === "number";
  if (isNumber && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (schema?.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
