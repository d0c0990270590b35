import { CognitoIdentityProviderServiceException } from "@aws-sdk/client-cognito-identity-provider";
import type { ErrorCode } from "@erp/contracts/errors";
import type { Outcome, Refusal } from "./provider";

/** What a person was doing; the same exception means different things. */
type Occasion = "signing-up" | "signing-in" | "entering-code" | "asking-for-mail";

/** The service does not say how long to wait. */
const RETRY_SECONDS = 60;

const anyOccasion: Record<string, ErrorCode> = {
  InvalidPasswordException: "identity.weak-password",
  CodeMismatchException: "identity.invalid-code",
  ExpiredCodeException: "identity.invalid-code",
  LimitExceededException: "identity.throttled",
  TooManyRequestsException: "identity.throttled",
  TooManyFailedAttemptsException: "identity.throttled",
};

/**
 * "accepted" hides that an address is unknown, or known in another state: whoever asks for a mail gets the same answer.
 * A wrong password is NotAuthorizedException, and InvalidPasswordException in cognito-local.
 */
const byOccasion: Record<Occasion, Record<string, ErrorCode | "accepted">> = {
  "signing-up": { UsernameExistsException: "identity.email-taken" },
  "signing-in": {
    NotAuthorizedException: "identity.invalid-credentials",
    UserNotFoundException: "identity.invalid-credentials",
    InvalidPasswordException: "identity.invalid-credentials",
    PasswordResetRequiredException: "identity.invalid-credentials",
    UserNotConfirmedException: "identity.not-confirmed",
  },
  "entering-code": { NotAuthorizedException: "identity.invalid-code", UserNotFoundException: "identity.invalid-code" },
  "asking-for-mail": {
    UserNotFoundException: "accepted",
    NotAuthorizedException: "accepted",
    InvalidParameterException: "accepted",
  },
};

export function refusal(code: ErrorCode): Refusal {
  return { ok: false, code, params: code === "identity.throttled" ? { seconds: RETRY_SECONDS } : {} };
}

/** Runs a call to the service; what a person can mend becomes an outcome, anything else is thrown on. */
export async function outcomeOf(occasion: Occasion, call: Promise<unknown>): Promise<Outcome> {
  try {
    await call;
    return { ok: true };
  } catch (error) {
    return outcomeOfError(occasion, error);
  }
}

export function outcomeOfError(occasion: Occasion, error: unknown): Outcome {
  if (!(error instanceof CognitoIdentityProviderServiceException)) throw error;
  // AWS says "User is disabled."; cognito-local lets the person in, which `signIn` sees to.
  if (occasion === "signing-in" && /disabled/i.test(error.message)) return refusal("identity.disabled");
  const meaning = byOccasion[occasion][error.name] ?? anyOccasion[error.name];
  if (meaning === undefined) throw error;
  return meaning === "accepted" ? { ok: true } : refusal(meaning);
}
