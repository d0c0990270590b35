import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Letter, Mailer } from "@erp/domain/mailer";
import type { MailEnv } from "./env";

const TIMEOUT_MS = 10_000;
const CONNECTION_TIMEOUT_MS = 3_000;

/**
 * The only way out for mail: the outbox page where one is named, otherwise Amazon SES. Null where no sender is named: then
 * mails wait, and nothing else does.
 */
export function openMailer({ MAIL_OUTBOX_URL, MAIL_FROM, AWS_REGION }: MailEnv): Mailer | null {
  if (MAIL_OUTBOX_URL) return outboxAt(MAIL_OUTBOX_URL);
  return MAIL_FROM === "" ? null : ses(AWS_REGION, MAIL_FROM);
}

/** The outbox keeps one letter an id, however often it is handed over. */
function outboxAt(url: string): Mailer {
  return {
    send: async (letter) => {
      const answer = await fetch(new URL("/api/mails", url), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(letter),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!answer.ok) throw new Error(`the mail outbox answered ${answer.status}`);
    },
  };
}

/** Credentials are the pod's. SES knows no id of ours: a letter handed over twice is sent twice (ADR 0026). */
function ses(region: string, from: string): Mailer {
  const client = new SESv2Client({
    region,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: TIMEOUT_MS,
      // Else the time-out would only be logged, and one silent answer would hold up all mails.
      throwOnRequestTimeout: true,
    },
  });
  return {
    send: async (letter) => {
      await client.send(new SendEmailCommand(sesRequestOf(letter, from)));
    },
  };
}

export function sesRequestOf({ to, subject, body }: Letter, from: string) {
  const text = (data: string) => ({ Data: data, Charset: "UTF-8" });
  return {
    FromEmailAddress: from,
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: text(subject), Body: { Text: text(body) } } },
  };
}
