import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { openMailer, sesRequestOf } from "./mail";

const letter = { id: "event:person", to: "kim@hanbit.example", subject: "[한빛 포털] 결재 요청", body: "본문" };
const nowhere = { MAIL_OUTBOX_URL: "", MAIL_FROM: "", AWS_REGION: "ap-northeast-2" };

let server: Server;
afterEach(() => server?.close());

async function outboxThatAnswers(status: number, received: string[]): Promise<string> {
  server = createServer(async (request, response) => {
    received.push(`${request.method} ${request.url} ${await text(request)}`);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("the way out for mail", () => {
  it("is the outbox where one is named; a refusal is an error", async () => {
    const received: string[] = [];
    const mailer = openMailer({ ...nowhere, MAIL_OUTBOX_URL: await outboxThatAnswers(204, received) });
    await mailer?.send(letter);
    expect(received).toEqual([`POST /api/mails ${JSON.stringify(letter)}`]);
    server.close();
    const refusing = openMailer({ ...nowhere, MAIL_OUTBOX_URL: await outboxThatAnswers(503, received) });
    await expect(refusing?.send(letter)).rejects.toThrow("503");
  });

  it("is SES where a sender is named, and there is none otherwise", () => {
    expect(openMailer({ ...nowhere, MAIL_FROM: "Portal <no-reply@hanbit.example>" })).not.toBeNull();
    expect(openMailer(nowhere)).toBeNull();
    expect(sesRequestOf(letter, "Portal <no-reply@hanbit.example>")).toMatchObject({
      FromEmailAddress: "Portal <no-reply@hanbit.example>",
      Destination: { ToAddresses: ["kim@hanbit.example"] },
      Content: { Simple: { Subject: { Data: letter.subject, Charset: "UTF-8" } } },
    });
  });
});
