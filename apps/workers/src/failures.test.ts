import { DomainError } from "@erp/domain/errors";
import { describe, expect, it } from "vitest";
import { classifyFailure } from "./failures";

const withCode = (code: string) => Object.assign(new Error("failed"), { code });
const withName = (name: string) => Object.assign(new Error("failed"), { name });

describe("a failure", () => {
  it("of the domain is a refusal, whatever caused it", () => {
    expect(classifyFailure(new DomainError("approval.not-found"))).toBe("refused");
  });

  it.each([
    ["MySQL or Redis refuses the connection", withCode("ECONNREFUSED")],
    ["MySQL closed the connection", withCode("PROTOCOL_CONNECTION_LOST")],
    ["MySQL is at its limit of connections", withCode("ER_CON_COUNT_ERROR")],
    ["MongoDB cannot be found", withName("MongoServerSelectionError")],
    ["MongoDB's connection broke", withName("MongoNetworkTimeoutError")],
    ["Redis gave up on a command", withName("MaxRetriesPerRequestError")],
    ["Redis answers too late", new Error("Command timed out")],
    ["Kafka does not answer", withName("KafkaJSNumberOfRetriesExceeded")],
    ["Cognito wants us to slow down", withName("TooManyRequestsException")],
    ["an AWS service fails within", Object.assign(withName("InternalErrorException"), { $fault: "server" })],
    ["AWS answers with a 503", Object.assign(withName("Unknown"), { $metadata: { httpStatusCode: 503 } })],
    ["one of several addresses refuses", new AggregateError([withCode("ECONNREFUSED")])],
    ["the cause of it is a broken connection", new Error("query failed", { cause: withCode("ECONNRESET") })],
  ])("is a server away when %s", (_what, error) => {
    expect(classifyFailure(error)).toBe("unreachable");
  });

  it.each([
    ["a mistake in our code", new TypeError("undefined is not a function")],
    ["a statement that MySQL refuses", withCode("ER_NO_SUCH_TABLE")],
    ["what AWS refuses", Object.assign(withName("InvalidParameterException"), { $fault: "client" })],
    ["something that is no error", "text"],
    ["nothing", undefined],
  ])("is a plain failure for %s", (_what, error) => {
    expect(classifyFailure(error)).toBe("failed");
  });
});
