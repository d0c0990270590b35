import { CognitoJwtVerifier } from "aws-jwt-verify";
import type { Jwks } from "aws-jwt-verify/jwk";
import type { CognitoEnv } from "./cognito";

/** The checked claims of an ID token that the product uses. */
export type IdTokenClaims = { subject: string; expiresAt: Date };
export type VerifyIdToken = (token: string) => Promise<IdTokenClaims>;

/**
 * Checks signature, issuer, audience and expiry. The keys are fetched once, at start: from the service itself, or from
 * the local server, which signs in the real issuer's name so that the verifier of production runs unchanged.
 */
export async function openTokenVerifier(env: CognitoEnv): Promise<VerifyIdToken> {
  const userPoolId = env.COGNITO_USER_POOL_ID;
  const verifier = CognitoJwtVerifier.create({ userPoolId, tokenUse: "id", clientId: env.COGNITO_CLIENT_ID });
  if (env.COGNITO_ENDPOINT === undefined) await verifier.hydrate();
  else verifier.cacheJwks(await fetchKeys(new URL(`/${userPoolId}/.well-known/jwks.json`, env.COGNITO_ENDPOINT)));
  return async (token) => {
    const claims = await verifier.verify(token);
    return { subject: claims.sub, expiresAt: new Date(claims.exp * 1000) };
  };
}

async function fetchKeys(address: URL): Promise<Jwks> {
  const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`the identity server's keys answered ${response.status}`);
  return (await response.json()) as Jwks;
}
