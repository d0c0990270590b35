import { randomUUID } from "node:crypto";
import { readEnvironment } from "@erp/local-stack/portal";

export const TEST_PASSWORD = "Hanbit!2026";

/** An address that nobody has: the identity server is shared by all tests. */
export function newAddress(): string {
  return `${randomUUID()}@hanbit.example`;
}

/** The code or temporary password in the newest mail to this address. */
export async function lastMailedCode(email: string): Promise<string> {
  const { MAIL_OUTBOX_URL } = await readEnvironment("test");
  const response = await fetch(`${MAIL_OUTBOX_URL}/api/mails?to=${encodeURIComponent(email)}`);
  const [newest] = (await response.json()) as { code: string }[];
  if (newest === undefined) throw new Error(`there is no mail to ${email}`);
  return newest.code;
}
