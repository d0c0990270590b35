import { initTRPC } from "@trpc/server";
import { expect, it } from "vitest";
import { z } from "zod";
import { parsingAtOnce } from "./parse-at-once";

const t = initTRPC.create();

it("parses inputs and outputs, however they are chained, and leaves the schemas alone", async () => {
  const amount = z.object({ minutes: z.int() });
  const procedures = t.router({
    double: parsingAtOnce(t.procedure)
      .input(amount)
      .output(amount)
      .query(({ input }) => ({ minutes: input.minutes * 2, secret: "not in the schema" })),
    half: parsingAtOnce(t.procedure)
      .input(amount)
      .output(amount)
      .query(({ input }) => ({ minutes: input.minutes / 2 })),
  });
  const caller = t.createCallerFactory(procedures)({});
  expect(await caller.double({ minutes: 240 })).toEqual({ minutes: 480 });
  await expect(caller.double({ minutes: 0.5 })).rejects.toThrow("int");
  await expect(caller.half({ minutes: 5 })).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
  expect(await amount.parseAsync({ minutes: 1 })).toEqual({ minutes: 1 });
});

it("says so at once when a schema would have to wait", async () => {
  const slow = z.string().refine(async () => true);
  const procedures = t.router({
    ask: parsingAtOnce(t.procedure)
      .input(slow)
      .query(() => "answer"),
  });
  await expect(t.createCallerFactory(procedures)({}).ask("text")).rejects.toThrow();
});
