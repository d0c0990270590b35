import type { AppRouter } from "@erp/api/root";
import type { TRPCLink } from "@trpc/client";

/**
 * Infinite queries add `direction` to every input. Our lists are read forwards only, and their inputs refuse what they
 * do not know.
 */
export const withoutDirectionLink: TRPCLink<AppRouter> = () => {
  return ({ op, next }) => {
    if (typeof op.input !== "object" || op.input === null || !("direction" in op.input)) return next(op);
    const { direction: _, ...input } = op.input;
    return next({ ...op, input });
  };
};
