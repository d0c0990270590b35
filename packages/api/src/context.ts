import type { Locale } from "@erp/contracts/units";
import type { Ctx } from "@erp/domain/context";

/** What a procedure is given: the domain's context, and what only the edge knows about the request. */
export type ApiContext = {
  ctx: Ctx;
  /** The language errors are told in. */
  locale: Locale;
  /** Where the request came from, for throttling; never for rights. */
  source: string;
};
