import { z } from "zod";
import { employeeId } from "./ids";
import { role } from "./roles";
import { email, line } from "./text";

/** Cognito's policy, checked here too because the local identity server accepts anything. */
export const password = z
  .string()
  .max(256, "identity.weak-password")
  .refine(isStrongPassword, "identity.weak-password");

export function isStrongPassword(text: string): boolean {
  return text.length >= 8 && [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9\s]/].every((kind) => kind.test(text));
}

const oneTimeCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, "identity.invalid-code");

/** No role and no position: self sign-up always gives STAFF (domain rule 1). */
export const signUpInput = z.strictObject({ email, password, name: line(50), departmentCode: line(40) });
export type SignUpInput = z.infer<typeof signUpInput>;

/** What the sign-up answers to the browser it came from, and nobody else knows. */
export const signUpResult = z.object({ proof: z.string() });
export type SignUpResult = z.infer<typeof signUpResult>;

/** A wrong proof, or none, gets the same answer as a wrong code. */
export const confirmSignUpInput = z.strictObject({ email, code: oneTimeCode, proof: z.string().max(100) });
export type ConfirmSignUpInput = z.infer<typeof confirmSignUpInput>;

export const resendCodeInput = z.strictObject({ email });
export type ResendCodeInput = z.infer<typeof resendCodeInput>;

/** The password is not checked for strength here: an old or wrong one must get the same answer as any other. */
export const signInInput = z.strictObject({ email, password: z.string().min(1, "text.required").max(256) });
export type SignInInput = z.infer<typeof signInInput>;

/**
 * Either signed in, with a ticket that the session cookie is made from (once, within a minute),
 * or asked for a new password first (an invited person's first sign-in).
 */
export const signInResult = z.discriminatedUnion("next", [
  z.object({ next: z.literal("SIGNED_IN"), ticket: z.string() }),
  z.object({ next: z.literal("NEW_PASSWORD_REQUIRED"), challenge: z.string() }),
]);
export type SignInResult = z.infer<typeof signInResult>;

export const answerNewPasswordInput = z.strictObject({ challenge: z.string().min(1).max(4096), newPassword: password });
export type AnswerNewPasswordInput = z.infer<typeof answerNewPasswordInput>;

export const requestPasswordResetInput = z.strictObject({ email });
export type RequestPasswordResetInput = z.infer<typeof requestPasswordResetInput>;

export const resetPasswordInput = z.strictObject({ email, code: oneTimeCode, newPassword: password });
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** A tile of the demo company's sign-in page. */
export const demoAccount = z.object({
  employeeId,
  name: z.string(),
  role,
  position: z.string(),
  departmentNameKo: z.string(),
  departmentNameEn: z.string(),
});
export type DemoAccount = z.infer<typeof demoAccount>;

export const demoSignInInput = z.strictObject({ employeeId });
export type DemoSignInInput = z.infer<typeof demoSignInInput>;
