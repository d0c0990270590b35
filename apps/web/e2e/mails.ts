import { expect } from "vitest";
import { env } from "./env";

type Mail = { to: string; kind: string; code: string; subject: string; body: string };
export type MailKind = "sign-up" | "resend-code" | "forgot-password" | "invitation";

const ARRIVES_MS = 20_000;

/** The code or temporary password of the newest mail of this kind to an address; waits for it to arrive. */
export async function codeMailedTo(email: string, kind: MailKind): Promise<string> {
  let code = "";
  await expect
    .poll(async () => (code = (await mailsTo(email)).find((mail) => mail.kind === kind)?.code ?? ""), {
      timeout: ARRIVES_MS,
      message: `a mail "${kind}" to ${email}`,
    })
    .not.toBe("");
  return code;
}

/** Newest first. */
export async function mailsTo(email: string): Promise<Mail[]> {
  const response = await fetch(`${env.MAIL_OUTBOX_URL}/api/mails?to=${encodeURIComponent(email)}`);
  return response.json();
}
