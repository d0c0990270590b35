import { inputSchemaOf, type JsonSchema, outputSchemaOf } from "./procedure-schemas";
import { pathFields, type RestRoute, restRoutes } from "./rest-routes";

let document: { address: string; text: object } | null = null;

/** The OpenAPI 3.1 description of all routes, made from the schemas the procedures check with; made once. */
export function openApiDocument(address: string): object {
  if (document?.address !== address) document = { address, text: describe(address) };
  return document.text;
}

function describe(address: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of restRoutes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "ERP portal",
      version: "1.0.0",
      description:
        "For integrations. Every call carries an access or ID token of the company's user pool and acts as the person whose token it is, with their rights.",
    },
    servers: [{ url: address }],
    security: [{ token: [] }],
    tags: [...new Set(restRoutes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: "Refused; `code` says why and does not change, `title` says it to a person",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

const problemSchema = {
  type: "object",
  required: ["title", "status", "code", "params", "fields"],
  properties: {
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", examples: ["request.forbidden"] },
    params: { type: "object" },
    fields: { type: "object", description: "What is wrong with each field, by its path" },
  },
};

function describeRoute(route: RestRoute): object {
  const { method, procedure, tag, summary } = route;
  const input = inputSchemaOf(procedure);
  const inPath = pathFields(route);
  const fieldsOf = (schema: JsonSchema) => Object.entries(schema.properties ?? {});
  const parameters = input
    ? fieldsOf(input)
        .filter(([name]) => method === "GET" || inPath.includes(name))
        .map(([name, schema]) => ({
          name,
          in: inPath.includes(name) ? "path" : "query",
          required: inPath.includes(name) || (input.required ?? []).includes(name),
          schema,
        }))
    : [];
  return {
    operationId: procedure,
    tags: [tag],
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(method === "POST" && input && { requestBody: describeBody(input, inPath) }),
    responses: {
      200: { description: "Done", content: { "application/json": { schema: outputSchemaOf(procedure) } } },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** What stands in the path need not be in the body. */
function describeBody(input: JsonSchema, inPath: readonly string[]): object {
  const properties = Object.fromEntries(
    Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name)),
  );
  const required = (input.required ?? []).filter((name) => !inPath.includes(name));
  return {
    required: required.length > 0,
    content: { "application/json": { schema: { ...input, properties, required } } },
  };
}
