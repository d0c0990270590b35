import type { ErrorCode } from "@erp/contracts/errors";
import { expect } from "vitest";
import { DomainError } from "../errors";

/** The use case is refused with exactly this code; an unexpected error or a success fails the test. */
export async function expectRefusal(promise: Promise<unknown>, code: ErrorCode): Promise<DomainError> {
  const outcome = await promise.then(
    (value) => ({ answered: value }),
    (error: unknown) => error,
  );
  if (!(outcome instanceof DomainError) && outcome instanceof Error) throw outcome;
  expect(outcome).toBeInstanceOf(DomainError);
  const refusal = outcome as DomainError;
  expect(refusal.code).toBe(code);
  return refusal;
}
