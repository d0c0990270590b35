import { type ErrorCode, type ErrorParams, errorSentence } from "@erp/contracts/errors";

/** A refusal with a stable code: nothing was changed, and the person can be told why. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Messages for single fields of the input, keyed by path: `line.0.approverIds`. */
  readonly fields: Record<string, string>;

  constructor(code: ErrorCode, params: ErrorParams = {}, fields: Record<string, string> = {}) {
    super(errorSentence(code, "en", params));
    this.code = code;
    this.params = params;
    this.fields = fields;
  }
}
