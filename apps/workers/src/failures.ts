import { DomainError } from "@erp/domain/errors";

/**
 * Why a reaction failed, which decides what happens to its message. `refused`: the domain says no and will say no again.
 * `unreachable`: a server is away; the message is fine and waits. `failed`: anything else, tried a few times.
 */
export type Failure = "refused" | "unreachable" | "failed";

const NETWORK_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "PROTOCOL_CONNECTION_LOST",
  "ER_SERVER_SHUTDOWN",
  "ER_CON_COUNT_ERROR",
]);

/** Mongo's driver, ioredis, kafkajs and AWS's client tell what went wrong by the error's name. */
const NETWORK_NAMES =
  /^(Mongo(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|TopologyClosed|WaitQueueTimeout)Error|MaxRetriesPerRequestError|KafkaJS(Connection|ConnectionClosed|RequestTimeout|NumberOfRetriesExceeded).*|TimeoutError|ThrottlingException|TooManyRequestsException)$/;

/** ioredis gives these two no name of their own. */
const NETWORK_MESSAGES = /^(Connection is closed\.|Command timed out)$/;

type AwsMetadata = { httpStatusCode?: number };

export function classifyFailure(error: unknown): Failure {
  if (error instanceof DomainError) return "refused";
  return isUnreachable(error) ? "unreachable" : "failed";
}

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, $fault, $metadata } = error as { code?: unknown; $fault?: unknown; $metadata?: AwsMetadata };
  if (typeof code === "string" && NETWORK_CODES.has(code)) return true;
  // AWS's client: the service itself says that the fault is its own.
  if ($fault === "server" || ($metadata?.httpStatusCode ?? 0) >= 500) return true;
  if (NETWORK_NAMES.test(error.name) || NETWORK_MESSAGES.test(error.message)) return true;
  if (error instanceof AggregateError && error.errors.some(isUnreachable)) return true;
  return isUnreachable(error.cause);
}
