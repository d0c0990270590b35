import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTokenVerifier, type TokenVerifier } from "./token-verifier";

const POOL = "ap-northeast-2_verifier1";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keys = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] };

/** A token as the user pool would issue it to a client: an ID token names it as `aud`, an access token as `client_id`. */
function tokenFor(clientId: string, use: "id" | "access"): string {
  const issued = Math.floor(Date.now() / 1000);
  const claims = {
    sub: "somebody",
    iss: `https://cognito-idp.ap-northeast-2.amazonaws.com/${POOL}`,
    token_use: use,
    iat: issued,
    exp: issued + 60,
    ...(use === "id" ? { aud: clientId } : { client_id: clientId }),
  };
  const signed = [{ alg: "RS256", kid: "one" }, claims].map(encode).join(".");
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), privateKey).toString("base64url")}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

describe("tokens of two clients", () => {
  let server: Server;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    server = createServer((_, response) => response.end(JSON.stringify(keys)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    verifier = await openTokenVerifier({
      AWS_REGION: "ap-northeast-2",
      COGNITO_USER_POOL_ID: POOL,
      COGNITO_CLIENT_ID: "web",
      COGNITO_INTEGRATIONS_CLIENT_ID: "integrations",
      COGNITO_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });
  });
  afterAll(() => void server.close());

  it.each([
    ["web", "id"],
    ["web", "access"],
    ["integrations", "id"],
    ["integrations", "access"],
  ] as const)("the API takes what the client %s was issued (%s)", async (client, use) => {
    expect(await verifier.subjectOf(tokenFor(client, use))).toBe("somebody");
  });

  it("a third client's token opens nothing", async () => {
    expect(await verifier.subjectOf(tokenFor("other", "access"))).toBeNull();
  });

  it("pages are opened by the web server's own client alone", async () => {
    expect(await verifier.verifyIdToken(tokenFor("web", "id"))).toMatchObject({ subject: "somebody" });
    await expect(verifier.verifyIdToken(tokenFor("integrations", "id"))).rejects.toThrow();
    await expect(verifier.verifyIdToken(tokenFor("web", "access"))).rejects.toThrow();
  });
});
