import {
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { isStrongPassword } from "@erp/contracts/identity";
import { openAccounts } from "./accounts";
import type { IdentityProvider, SignUpOutcome } from "./provider";
import { outcomeOf, outcomeOfError, refusal } from "./refusals";
import { openSignIn } from "./sign-in";
import { openTokenVerifier } from "./token-verifier";

export type CognitoEnv = {
  AWS_REGION: string;
  COGNITO_USER_POOL_ID: string;
  COGNITO_CLIENT_ID: string;
  /** A second client, whose tokens open the API for integrations and nothing else. */
  COGNITO_INTEGRATIONS_CLIENT_ID?: string | undefined;
  /** Only where the service is not AWS's own. */
  COGNITO_ENDPOINT?: string | undefined;
};

/**
 * Amazon Cognito, or cognito-local. The local server takes weak passwords and lets disabled people in, so both are
 * checked here as well. Rejects when the service cannot be reached.
 */
export async function openCognito(env: CognitoEnv): Promise<IdentityProvider> {
  const client = new CognitoIdentityProviderClient({
    region: env.AWS_REGION,
    maxAttempts: 2,
    // Without the last one the time-out would only be logged.
    requestHandler: { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true },
    ...(env.COGNITO_ENDPOINT === undefined ? {} : localServer(env.COGNITO_ENDPOINT)),
  });
  const clientId = env.COGNITO_CLIENT_ID;
  const accounts = openAccounts(client, env.COGNITO_USER_POOL_ID);
  const { verifyIdToken, subjectOf } = await openTokenVerifier(env);
  const named = (email: string) => ({ ClientId: clientId, Username: email });

  async function signUp({
    email,
    password,
    name,
  }: {
    email: string;
    password: string;
    name: string;
  }): Promise<SignUpOutcome> {
    if (!isStrongPassword(password)) return refusal("identity.weak-password");
    const UserAttributes = [
      { Name: "email", Value: email },
      { Name: "name", Value: name },
    ];
    const register = async (): Promise<SignUpOutcome> => {
      const request = new SignUpCommand({ ...named(email), Password: password, UserAttributes });
      try {
        const { UserSub } = await client.send(request);
        if (UserSub === undefined) throw new Error("the identity service made an account without a subject");
        return { ok: true, subject: UserSub };
      } catch (error) {
        const outcome = outcomeOfError("signing-up", error);
        if (outcome.ok) throw error;
        return outcome;
      }
    };
    const outcome = await register();
    if (outcome.ok || outcome.code !== "identity.email-taken") return outcome;
    // Whoever reads the mails of an address may begin again, with a password nobody else has chosen before them.
    return (await accounts.removeUnconfirmed(email)) ? register() : outcome;
  }

  return {
    ...accounts.administration,
    ...openSignIn(client, clientId, accounts, verifyIdToken),
    subjectOf,
    signUp,
    subjectToConfirm: async (email) => {
      const account = await accounts.findAccount(email);
      return account === null || account.isConfirmed ? null : account.subject;
    },
    confirmSignUp: (email, code) =>
      outcomeOf("entering-code", client.send(new ConfirmSignUpCommand({ ...named(email), ConfirmationCode: code }))),
    resendCode: (email) => outcomeOf("asking-for-mail", client.send(new ResendConfirmationCodeCommand(named(email)))),
    requestPasswordReset: (email) => outcomeOf("asking-for-mail", client.send(new ForgotPasswordCommand(named(email)))),
    resetPassword: async (email, code, newPassword) => {
      if (!isStrongPassword(newPassword)) return refusal("identity.weak-password");
      const answer = { ...named(email), ConfirmationCode: code, Password: newPassword };
      return outcomeOf("entering-code", client.send(new ConfirmForgotPasswordCommand(answer)));
    },
  };
}

/** cognito-local checks no signature, but the SDK wants to make one. */
function localServer(endpoint: string) {
  return { endpoint, credentials: { accessKeyId: "local", secretAccessKey: "local" } };
}
