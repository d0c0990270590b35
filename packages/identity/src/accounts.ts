import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { IdentityProvider } from "./provider";

type Administration = Pick<
  IdentityProvider,
  "invite" | "isInvitationOpen" | "inviteAgain" | "createWithPassword" | "mirrorAttributes" | "disable" | "enable"
>;

export type Account = {
  subject: string;
  name: string;
  isConfirmed: boolean;
  /** Was invited and has not chosen a password. */
  isInvited: boolean;
  isEnabled: boolean;
  isEmailVerified: boolean;
};

/** What the product does to accounts in its own name; needs the rights of an administrator of the user pool. */
export function openAccounts(client: CognitoIdentityProviderClient, userPoolId: string) {
  const named = (email: string) => ({ UserPoolId: userPoolId, Username: email });

  /** Null when nobody has the address. */
  async function findAccount(email: string): Promise<Account | null> {
    const user = await client.send(new AdminGetUserCommand(named(email))).catch(ignore(UserNotFoundException));
    if (!user) return null;
    const attributes = new Map(user.UserAttributes?.map(({ Name, Value }) => [Name, Value ?? ""]));
    return {
      subject: subjectOf(user.UserAttributes),
      name: attributes.get("name") ?? "",
      isConfirmed: user.UserStatus !== "UNCONFIRMED",
      isInvited: user.UserStatus === "FORCE_CHANGE_PASSWORD",
      isEnabled: user.Enabled !== false,
      // Cognito says "false" after somebody changed the address by themselves; cognito-local says nothing at all.
      isEmailVerified: attributes.get("email_verified") !== "false",
    };
  }

  /** Removes a sign-up that nobody confirmed; true when there was one. */
  async function removeUnconfirmed(email: string): Promise<boolean> {
    const account = await findAccount(email);
    if (account === null || account.isConfirmed) return false;
    await remove(email);
    return true;
  }

  async function remove(email: string): Promise<void> {
    await client.send(new AdminDeleteUserCommand(named(email))).catch(ignore(UserNotFoundException));
  }

  /** The subject of a new account, or of the one that is there already; what nobody confirmed does not count. */
  async function create(email: string, name: string, mail: "EMAIL" | "SUPPRESS"): Promise<string> {
    const delivery =
      mail === "EMAIL" ? { DesiredDeliveryMediums: ["EMAIL" as const] } : { MessageAction: "SUPPRESS" as const };
    const UserAttributes = attributesOf({ email, email_verified: "true", name });
    const request = new AdminCreateUserCommand({ ...named(email), ...delivery, UserAttributes });
    const created = await client.send(request).catch(ignore(UsernameExistsException));
    if (created) return subjectOf(created.User?.Attributes);
    if (await removeUnconfirmed(email)) return create(email, name, mail);
    const account = await findAccount(email);
    // Removed by somebody else just now, so the address is free.
    return account === null ? create(email, name, mail) : account.subject;
  }

  const administration: Administration = {
    invite: async ({ email, name }) => ({ subject: await create(email, name, "EMAIL") }),
    isInvitationOpen: async (email) => (await findAccount(email))?.isInvited ?? true,
    inviteAgain: async ({ email, name }) => {
      const account = await findAccount(email);
      if (account?.isConfirmed && !account.isInvited) return { subject: account.subject };
      if (account) await remove(email);
      return { subject: await create(email, name, "EMAIL") };
    },
    createWithPassword: async ({ email, name, password }) => {
      const subject = await create(email, name, "SUPPRESS");
      await client.send(new AdminSetUserPasswordCommand({ ...named(email), Password: password, Permanent: true }));
      return { subject };
    },
    mirrorAttributes: async (email, { name, department, position }) => {
      const UserAttributes = attributesOf({ name, "custom:department": department, "custom:position": position });
      await client.send(new AdminUpdateUserAttributesCommand({ ...named(email), UserAttributes }));
    },
    disable: async (email) => {
      await client.send(new AdminDisableUserCommand(named(email))).catch(ignore(UserNotFoundException));
    },
    enable: async (email) => {
      await client.send(new AdminEnableUserCommand(named(email)));
    },
  };
  return { findAccount, removeUnconfirmed, administration };
}

export type Accounts = ReturnType<typeof openAccounts>;

function subjectOf(attributes: readonly AttributeType[] | undefined): string {
  const subject = attributes?.find(({ Name }) => Name === "sub")?.Value;
  if (subject === undefined) throw new Error("the identity service described an account without its subject");
  return subject;
}

function attributesOf(values: Record<string, string>): AttributeType[] {
  return Object.entries(values).map(([Name, Value]) => ({ Name, Value }));
}

/** For calls whose goal is reached when the service answers with this exception. */
export function ignore(expected: new (...given: never[]) => Error) {
  return (error: unknown): null => {
    if (error instanceof expected) return null;
    throw error;
  };
}
