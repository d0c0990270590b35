import { describe, expect, it } from "vitest";
import { z } from "zod";
import { emailOf } from "./demo-people";
import { env } from "./env";

const cognito = z
  .object({ COGNITO_ENDPOINT: z.url(), COGNITO_CLIENT_ID: z.string() })
  .parse({ COGNITO_ENDPOINT: process.env.COGNITO_ENDPOINT, COGNITO_CLIENT_ID: process.env.COGNITO_CLIENT_ID });

type Tokens = { AccessToken: string; IdToken: string; RefreshToken: string };

/** What an integration does first: the person's tokens from the user pool, past the portal. */
async function tokensOf(login: string): Promise<Tokens> {
  const answer = await fetch(cognito.COGNITO_ENDPOINT, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSCognitoIdentityProviderService.InitiateAuth",
    },
    body: JSON.stringify({
      ClientId: cognito.COGNITO_CLIENT_ID,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: emailOf(login), PASSWORD: env.DEMO_PASSWORD },
    }),
  });
  return (await answer.json()).AuthenticationResult;
}

const call = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${env.PUBLIC_URL}/api/v1${path}`, { headers });

describe("the API for integrations", () => {
  it("acts as the person whose access or ID token it is given", async () => {
    const { AccessToken, IdToken } = await tokensOf("haneul.kim");
    for (const token of [AccessToken, IdToken]) {
      const answer = await call("/employees/me", { authorization: `Bearer ${token}` });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ name: "김하늘", role: "STAFF" });
    }
    const page = await call("/employees?limit=3", { authorization: `Bearer ${AccessToken}` });
    expect((await page.json()).items).toHaveLength(3);
  });

  it("E3: refuses everybody else, whatever they carry", async () => {
    const { RefreshToken, AccessToken } = await tokensOf("haneul.kim");
    for (const token of [RefreshToken, "garbage", `${AccessToken.slice(0, -4)}AAAA`]) {
      const answer = await call("/employees/me", { authorization: `Bearer ${token}`, "accept-language": "en" });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expect(await answer.json()).toMatchObject({ code: "request.signed-out", title: "Please sign in." });
    }
    expect((await call("/employees/me")).status).toBe(401);
  });

  it("describes itself", async () => {
    const document = await (await call("/openapi.json")).json();
    expect(document).toMatchObject({ openapi: "3.1.0", servers: [{ url: `${env.PUBLIC_URL}/api/v1` }] });
  });
});
