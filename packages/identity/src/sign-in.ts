import {
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { isStrongPassword } from "@erp/contracts/identity";
import { type Accounts, ignore } from "./accounts";
import type { IdentityProvider, NewPasswordChallenge, SignInOutcome, Tokens } from "./provider";
import { outcomeOfError, refusal } from "./refusals";
import type { VerifyIdToken } from "./token-verifier";

type SignIn = Pick<IdentityProvider, "signIn" | "answerNewPassword" | "refresh" | "revoke">;

/** Passwords against tokens. */
export function openSignIn(
  client: CognitoIdentityProviderClient,
  clientId: string,
  accounts: Accounts,
  verify: VerifyIdToken,
): SignIn {
  /** One call for a known and an unknown address alike, so that the time taken tells nothing. */
  async function signIn(email: string, password: string): Promise<SignInOutcome> {
    const attempt = new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: email, PASSWORD: password },
    });
    try {
      const answer = await client.send(attempt);
      if (answer.ChallengeName === "NEW_PASSWORD_REQUIRED" && answer.Session !== undefined) {
        return { ok: true, next: "NEW_PASSWORD_REQUIRED", challenge: { email, session: answer.Session } };
      }
      return await admit(email, answer.AuthenticationResult);
    } catch (error) {
      return refused(error);
    }
  }

  async function admit(email: string, result: AuthenticationResultType | undefined): Promise<SignInOutcome> {
    const { subject, tokens } = await readTokens(result);
    const account = await accounts.findAccount(email);
    if (account === null || !account.isEnabled) return refusal("identity.disabled");
    if (!account.isEmailVerified) return refusal("identity.not-confirmed");
    return { ok: true, next: "SIGNED_IN", identity: { subject, email, name: account.name }, tokens };
  }

  /** Signs in once more with the new password: cognito-local forgets the refresh token of an answered challenge. */
  async function answerNewPassword(challenge: NewPasswordChallenge, newPassword: string): Promise<SignInOutcome> {
    if (!isStrongPassword(newPassword)) return refusal("identity.weak-password");
    const answer = new RespondToAuthChallengeCommand({
      ClientId: clientId,
      ChallengeName: "NEW_PASSWORD_REQUIRED",
      Session: challenge.session,
      ChallengeResponses: { USERNAME: challenge.email, NEW_PASSWORD: newPassword },
    });
    try {
      await client.send(answer);
    } catch (error) {
      // Here, unlike at the sign-in, the service speaks about the new password.
      return error instanceof Error && error.name === "InvalidPasswordException"
        ? refusal("identity.weak-password")
        : refused(error);
    }
    return signIn(challenge.email, newPassword);
  }

  async function refresh(refreshToken: string): Promise<Tokens | null> {
    const attempt = new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN: refreshToken },
    });
    const answer = await client.send(attempt).catch(ignore(NotAuthorizedException));
    return answer && (await readTokens(answer.AuthenticationResult, refreshToken)).tokens;
  }

  async function readTokens(result: AuthenticationResultType | undefined, keptRefreshToken?: string) {
    const accessToken = result?.AccessToken;
    const refreshToken = result?.RefreshToken ?? keptRefreshToken;
    if (accessToken === undefined || refreshToken === undefined || result?.IdToken === undefined) {
      throw new Error("the identity service answered a sign-in without tokens");
    }
    const { subject, expiresAt } = await verify(result.IdToken);
    return { subject, tokens: { accessToken, refreshToken, expiresAt } };
  }

  return {
    signIn,
    answerNewPassword,
    refresh,
    revoke: async (refreshToken) => {
      const command = new RevokeTokenCommand({ ClientId: clientId, Token: refreshToken });
      await client.send(command).catch(ignore(NotAuthorizedException));
    },
  };
}

function refused(error: unknown): SignInOutcome {
  const outcome = outcomeOfError("signing-in", error);
  if (outcome.ok) throw error;
  return outcome;
}
