import { CognitoJwtVerifier } from "aws-jwt-verify";
import { FetchError, JwtBaseError } from "aws-jwt-verify/error";
import type { Jwks } from "aws-jwt-verify/jwk";
import type { CognitoEnv } from "./cognito";

/** The checked claims of an ID token that the product uses. */
export type IdTokenClaims = { subject: string; expiresAt: Date };
export type VerifyIdToken = (token: string) => Promise<IdTokenClaims>;

export type TokenVerifier = {
  /** Rejects a token that does not hold. */
  verifyIdToken: VerifyIdToken;
  /** The account an access or ID token was issued to; null for one that does not hold. */
  subjectOf(token: string): Promise<string | null>;
};

/**
 * Checks signature, issuer, client and expiry. The keys are fetched once, at start: from the service itself, or from
 * the local server, which signs in the real issuer's name so that the verifier of production runs unchanged.
 */
export async function openTokenVerifier(env: CognitoEnv): Promise<TokenVerifier> {
  const userPoolId = env.COGNITO_USER_POOL_ID;
  const signInClient = env.COGNITO_CLIENT_ID;
  const integrations = env.COGNITO_INTEGRATIONS_CLIENT_ID;
  const clientId = integrations ? [signInClient, integrations] : signInClient;
  // Either kind: what an integration sends depends on its library.
  const verifier = CognitoJwtVerifier.create({ userPoolId, tokenUse: null, clientId });
  if (env.COGNITO_ENDPOINT === undefined) await verifier.hydrate();
  else verifier.cacheJwks(await fetchKeys(new URL(`/${userPoolId}/.well-known/jwks.json`, env.COGNITO_ENDPOINT)));
  return {
    verifyIdToken: async (token) => {
      const claims = await verifier.verify(token, { tokenUse: "id", clientId: signInClient });
      return { subject: claims.sub, expiresAt: new Date(claims.exp * 1000) };
    },
    subjectOf: async (token) => {
      try {
        return (await verifier.verify(token)).sub;
      } catch (error) {
        // Everything the token itself is to blame for; new keys that cannot be fetched are not.
        if (error instanceof JwtBaseError && !(error instanceof FetchError)) return null;
        throw error;
      }
    },
  };
}

async function fetchKeys(address: URL): Promise<Jwks> {
  const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`the identity server's keys answered ${response.status}`);
  return (await response.json()) as Jwks;
}
