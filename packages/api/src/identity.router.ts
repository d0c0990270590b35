import {
  answerNewPasswordInput,
  confirmSignUpInput,
  demoAccount,
  demoSignInInput,
  requestPasswordResetInput,
  resendCodeInput,
  resetPasswordInput,
  signInInput,
  signInResult,
  signUpInput,
  signUpResult,
} from "@erp/contracts/identity";
import { demoSignIn } from "@erp/domain/identity/identity.demo.mutations";
import { listDemoAccounts } from "@erp/domain/identity/identity.demo.queries";
import { answerNewPassword, signIn, signOut } from "@erp/domain/identity/identity.mutations";
import { requestPasswordReset, resetPassword } from "@erp/domain/identity/identity.password.mutations";
import { confirmSignUp, resendCode, signUp } from "@erp/domain/identity/identity.sign-up.mutations";
import { z } from "zod";
import { openProcedure, permitted, router } from "./trpc";

/** Signing up, in and out. Where a request comes from only slows down who guesses. */
export const identityRouter = router({
  signUp: openProcedure
    .input(signUpInput)
    .output(signUpResult)
    .mutation(({ ctx: { ctx, source }, input }) => signUp(ctx, input, source)),
  confirmSignUp: openProcedure
    .input(confirmSignUpInput)
    .output(z.void())
    .mutation(({ ctx: { ctx, source }, input }) => confirmSignUp(ctx, input, source)),
  resendCode: openProcedure
    .input(resendCodeInput)
    .output(z.void())
    .mutation(({ ctx: { ctx, source }, input }) => resendCode(ctx, input, source)),
  signIn: openProcedure
    .input(signInInput)
    .output(signInResult)
    .mutation(({ ctx: { ctx, source }, input }) => signIn(ctx, input, source)),
  answerNewPassword: openProcedure
    .input(answerNewPasswordInput)
    .output(signInResult)
    .mutation(({ ctx: { ctx }, input }) => answerNewPassword(ctx, input)),
  requestPasswordReset: openProcedure
    .input(requestPasswordResetInput)
    .output(z.void())
    .mutation(({ ctx: { ctx, source }, input }) => requestPasswordReset(ctx, input, source)),
  resetPassword: openProcedure
    .input(resetPasswordInput)
    .output(z.void())
    .mutation(({ ctx: { ctx, source }, input }) => resetPassword(ctx, input, source)),
  signOut: permitted("identity:own-session")
    .output(z.void())
    .mutation(({ ctx: { ctx } }) => signOut(ctx)),
  demoAccounts: openProcedure.output(z.array(demoAccount)).query(({ ctx: { ctx } }) => listDemoAccounts(ctx)),
  demoSignIn: openProcedure
    .input(demoSignInInput)
    .output(signInResult)
    .mutation(({ ctx: { ctx, source }, input }) => demoSignIn(ctx, input, source)),
});
