import type { ErrorCode, ErrorParams } from "@erp/contracts/errors";

/**
 * What the product needs of an identity service. Refusals that a person can mend come back as codes; everything else
 * (network, misconfiguration) is thrown.
 */
export type IdentityProvider = {
  /** Registers an address; the service mails a confirmation code. A sign-up nobody confirmed gives way to a newer one. */
  signUp(account: { email: string; password: string; name: string }): Promise<SignUpOutcome>;
  /** The account that waits for its code at the address; null when none does. */
  subjectToConfirm(email: string): Promise<string | null>;
  confirmSignUp(email: string, code: string): Promise<Outcome>;
  resendCode(email: string): Promise<Outcome>;
  signIn(email: string, password: string): Promise<SignInOutcome>;
  answerNewPassword(challenge: NewPasswordChallenge, newPassword: string): Promise<SignInOutcome>;
  requestPasswordReset(email: string): Promise<Outcome>;
  resetPassword(email: string, code: string, newPassword: string): Promise<Outcome>;
  /** Creates an account for an invited person, who gets a temporary password by mail. Inviting again changes nothing. */
  invite(account: { email: string; name: string }): Promise<{ subject: string }>;
  /** Whether an invited person has never signed in, or has no account yet. */
  isInvitationOpen(email: string): Promise<boolean>;
  /**
   * A new temporary password by a new mail, for somebody who has never signed in. The account is a new one, with another
   * subject: cognito-local cannot send a mail again, and nothing hangs on the old one yet. Who has signed in gets no mail
   * and keeps the account.
   */
  inviteAgain(account: { email: string; name: string }): Promise<{ subject: string }>;
  /** A ready account without any mail, for the demo company. Creating it again sets the password anew. */
  createWithPassword(account: { email: string; name: string; password: string }): Promise<{ subject: string }>;
  /** Mirrors what MySQL says (custom:department, custom:position). */
  mirrorAttributes(email: string, attributes: { department: string; position: string; name: string }): Promise<void>;
  disable(email: string): Promise<void>;
  enable(email: string): Promise<void>;
  /** New tokens for a refresh token; null when it is no longer accepted. */
  refresh(refreshToken: string): Promise<Tokens | null>;
  /** The account an access or ID token was issued to; null for one that is forged, foreign or over. */
  subjectOf(token: string): Promise<string | null>;
  /** Makes a refresh token useless; one that already is stays so. */
  revoke(refreshToken: string): Promise<void>;
};

export type Outcome = { ok: true } | Refusal;
export type Refusal = { ok: false; code: ErrorCode; params: ErrorParams };

export type SignUpOutcome = { ok: true; subject: string } | Refusal;

export type SignInOutcome =
  | { ok: true; next: "SIGNED_IN"; identity: VerifiedIdentity; tokens: Tokens }
  | { ok: true; next: "NEW_PASSWORD_REQUIRED"; challenge: NewPasswordChallenge }
  | Refusal;

/** The claims of an ID token whose signature, issuer, audience and expiry were checked. */
export type VerifiedIdentity = { subject: string; email: string; name: string };
export type Tokens = { accessToken: string; refreshToken: string; expiresAt: Date };
export type NewPasswordChallenge = { email: string; session: string };
