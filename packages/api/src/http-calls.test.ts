import { nobody } from "@erp/domain/actor";
import { DomainError } from "@erp/domain/errors";
import { silentLog } from "@erp/telemetry/log";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { ApiContext } from "./context";
import { answerCalls, type HttpCalls, MAX_BATCH_SIZE } from "./http-calls";
import { openProcedure, router } from "./trpc";

const instant = new Date("2026-03-09T01:02:03.004Z");

const calls = router({
  echo: openProcedure.input(z.strictObject({ text: z.string() })).query(({ input }) => input.text),
  now: openProcedure.query(() => ({ instant })),
  dayOf: openProcedure.input(z.date()).query(({ input }) => input.toISOString().slice(0, 10)),
  refuse: openProcedure.mutation(() => {
    throw new DomainError("request.forbidden");
  }),
  break: openProcedure.query(() => {
    throw new Error("password of the database");
  }),
});

const context = { ctx: { actor: nobody, log: silentLog }, locale: "en", source: "test" } as unknown as ApiContext;

async function ask(request: Partial<HttpCalls> & { input?: unknown; batch?: boolean }) {
  const search = new URLSearchParams(request.batch ? { batch: "1" } : {});
  const text = JSON.stringify(request.input);
  if (request.method !== "POST" && text !== undefined) search.set("input", text);
  const { status, body } = await answerCalls(
    calls,
    { method: "GET", paths: "echo", search, contentType: "application/json", readBody: async () => text, ...request },
    async () => context,
  );
  return { status, answer: JSON.parse(body) };
}

describe("one call", () => {
  it("answers a query with its input", async () => {
    expect(await ask({ input: { text: "안녕" } })).toEqual({ status: 200, answer: { result: { data: "안녕" } } });
  });

  it("carries instants both ways", async () => {
    expect((await ask({ paths: "now" })).answer.result.data).toEqual({ instant: { $date: instant.toISOString() } });
    const asked = await ask({ paths: "dayOf", input: { $date: instant.toISOString() } });
    expect(asked.answer.result.data).toBe("2026-03-09");
  });

  it.each([
    ["an input of another shape", { input: { text: 1 } }, 400, "request.invalid"],
    [
      "an input that is not JSON",
      { method: "POST", paths: "refuse", readBody: async () => "{" },
      400,
      "request.invalid",
    ],
    ["an unknown procedure", { paths: "nowhere" }, 404, "request.not-found"],
    ["a name of every object", { paths: "constructor" }, 404, "request.not-found"],
    ["a change by GET", { paths: "refuse" }, 405, "request.invalid"],
    ["a query by POST", { method: "POST", input: { text: "" } }, 405, "request.invalid"],
    ["another method", { method: "DELETE" }, 405, "request.invalid"],
    ["a form", { method: "POST", paths: "refuse", contentType: "multipart/form-data" }, 415, "request.invalid"],
    ["what the domain refuses", { method: "POST", paths: "refuse", input: null }, 403, "request.forbidden"],
    ["an unexpected failure", { paths: "break" }, 503, "request.unavailable"],
  ])("answers %s with its status and code", async (_, request, status, code) => {
    const asked = await ask(request);
    expect(asked.status).toBe(status);
    expect(asked.answer.error.data.code).toBe(code);
    expect(JSON.stringify(asked.answer)).not.toContain("password");
  });

  it("answers with the refusal of the context", async () => {
    const search = new URLSearchParams();
    const request = { method: "GET", paths: "now", search, contentType: undefined, readBody: async () => "" };
    const { status } = await answerCalls(calls, request, () =>
      Promise.reject(new TRPCError({ code: "SERVICE_UNAVAILABLE" })),
    );
    expect(status).toBe(503);
  });
});

describe("a batch", () => {
  it("answers each call by its place, with the input of its place", async () => {
    const { status, answer } = await ask({
      batch: true,
      paths: "echo%2Cnow,echo",
      input: { 0: { text: "하나" }, 2: { text: "둘" } },
    });
    expect(status).toBe(200);
    expect(answer.map((each: { result: { data: unknown } }) => each.result.data)).toEqual([
      "하나",
      { instant: { $date: instant.toISOString() } },
      "둘",
    ]);
  });

  it("lets one fail without the others", async () => {
    const { status, answer } = await ask({ batch: true, paths: "now,nowhere" });
    expect(status).toBe(207);
    expect(answer[0].result.data).toBeDefined();
    expect(answer[1].error.data).toMatchObject({ code: "request.not-found", httpStatus: 404 });
  });

  it.each([
    ["more calls than allowed", { paths: Array.from({ length: MAX_BATCH_SIZE + 1 }, () => "now").join(",") }],
    ["a path that cannot be decoded", { paths: "now%2" }],
    ["inputs that are no object", { paths: "now", input: "text" }],
  ])("refuses %s", async (_, request) => {
    expect((await ask({ batch: true, ...request })).status).toBe(400);
  });
});
