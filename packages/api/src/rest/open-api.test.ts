import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { appRouter } from "../root";
import { openApiDocument } from "./open-api";
import { inputSchemaOf } from "./procedure-schemas";
import { inputFromQuery } from "./rest-input";
import { pathFields, restRoutes, routesOf } from "./rest-routes";

describe("the routes", () => {
  it("are described by a valid OpenAPI 3.1 document", async () => {
    const document = openApiDocument("https://erp.example/api/v1");
    expect(await new Validator().validate({ ...document })).toMatchObject({ valid: true });
    expect(document).toMatchObject({ openapi: "3.1.0", security: [{ token: [] }] });
    // It is sent as JSON: nothing may get lost on the way.
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it("read by GET and change by POST, as their procedures do", () => {
    const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
    for (const { method, procedure } of restRoutes) {
      const type = method === "GET" ? "query" : "mutation";
      expect([procedure, procedures[procedure]?._def.type]).toEqual([procedure, type]);
    }
  });

  it("take no instant: those are tagged on the wire, which is between our server and our pages", () => {
    for (const { procedure } of restRoutes) expect(JSON.stringify(inputSchemaOf(procedure))).not.toContain("date-time");
  });

  it("name fields in their paths that the procedure knows", () => {
    for (const route of restRoutes) {
      const known = Object.keys(inputSchemaOf(route.procedure)?.properties ?? {});
      expect(known).toEqual(expect.arrayContaining(pathFields(route)));
    }
  });

  it("a literal path is not taken for an id", () => {
    expect(routesOf("/employees/me").map(({ route }) => route.procedure)).toEqual(["employees.me"]);
    expect(routesOf("/employees/01JDCA5N8QG7X2M4R6T9VWYZ0B")).toMatchObject([
      { route: { procedure: "employees.colleague" }, fields: { employeeId: "01JDCA5N8QG7X2M4R6T9VWYZ0B" } },
    ]);
    expect(routesOf("/employees/me/salary")).toEqual([]);
  });
});

describe("a query string", () => {
  const schema = {
    properties: {
      limit: { type: "integer" },
      unreadOnly: { type: "boolean" },
      search: { type: "string" },
      ids: { type: "array", items: { type: "string" } },
    },
  };

  it.each([
    ["limit=20", { limit: 20 }],
    ["limit=twenty", { limit: "twenty" }],
    ["limit=", { limit: "" }],
    ["unreadOnly=true", { unreadOnly: true }],
    ["unreadOnly=yes", { unreadOnly: "yes" }],
    ["search=20", { search: "20" }],
    ["ids=a&ids=b", { ids: ["a", "b"] }],
    ["search=a&search=b", { search: "b" }],
    ["unknown=1", { unknown: "1" }],
  ])("%s becomes what the schema asks for, or stays for it to refuse", (query, input) => {
    expect(inputFromQuery(schema, new URLSearchParams(query))).toEqual(input);
  });
});
