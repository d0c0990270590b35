import { errorSentence } from "@erp/contracts/errors";
import type { Permission } from "@erp/contracts/permissions";
import { wire } from "@erp/contracts/wire";
import { authorize } from "@erp/domain/authorize";
import { confirmActor } from "@erp/domain/identity/identity.queries";
import { procedureSeconds } from "@erp/telemetry/metrics";
import { inSpan, isTracing } from "@erp/telemetry/tracing";
import { initTRPC, type TRPCError } from "@trpc/server";
import type { ApiContext } from "./context";
import { refusalOf, toTrpcError } from "./errors";
import { parsingAtOnce } from "./parse-at-once";

const t = initTRPC.context<ApiContext>().create({
  transformer: wire,
  /** Only what a person may know leaves the server: a code of the catalog, its sentence, the fields concerned. */
  errorFormatter: ({ shape, error, ctx }) => {
    const { code, params, fields } = refusalOf(error);
    const language = ctx?.locale ?? "ko";
    return {
      message: errorSentence(code, language, params),
      code: shape.code,
      data: { code, params, fields, httpStatus: shape.data.httpStatus, path: shape.data.path },
    };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** One line and one measurement a call. Use cases throw DomainErrors; here, once, they become what tRPC sends. */
const observed = t.procedure.use(async ({ ctx, path, type, next }) => {
  const startedAt = performance.now();
  const result = await (isTracing() ? inSpanOf(path, next) : next());
  const code = result.ok ? "ok" : refusalOf(result.error).code;
  const durationMs = performance.now() - startedAt;
  procedureSeconds.observe({ path, code }, durationMs / 1000);
  const line = {
    path,
    type,
    outcome: code,
    durationMs,
    actor: ctx.ctx.actor.kind === "employee" ? ctx.ctx.actor.id : null,
  };
  if (result.ok) {
    ctx.ctx.log.debug(line, "procedure");
    return result;
  }
  if (code === "request.unavailable")
    ctx.ctx.log.error({ ...line, err: result.error.cause ?? result.error }, "procedure failed");
  else ctx.ctx.log.info(line, "procedure refused");
  throw toTrpcError(result.error);
});

/** tRPC's answers carry their errors instead of throwing them. */
function inSpanOf<Answer extends { ok: true } | { ok: false; error: TRPCError }>(
  path: string,
  next: () => Promise<Answer>,
): Promise<Answer> {
  return inSpan(path, { kind: "internal" }, async (span) => {
    const answer = await next();
    if (!answer.ok) span?.fail(refusalOf(answer.error).code);
    return answer;
  });
}

/** For people who are not signed in: signing up and in. Everything else is `permitted`. */
export const openProcedure = parsingAtOnce(observed);

/**
 * For signed-in people whose role has this permission. The role of a read is the session's; before a change it is
 * read again from MySQL, where it lives (domain rule 1).
 */
export function permitted(permission: Permission) {
  return parsingAtOnce(
    observed.use(async ({ ctx, type, next }) => {
      authorize(ctx.ctx, permission);
      if (type !== "mutation") return next();
      const confirmed = { ...ctx.ctx, actor: await confirmActor(ctx.ctx) };
      authorize(confirmed, permission);
      return next({ ctx: { ...ctx, ctx: confirmed } });
    }),
  );
}
