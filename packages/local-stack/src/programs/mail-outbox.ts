/** The mail outbox: a page for people, /api/mails?to=… for tests, and where the portal posts its letters. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Mail, openLetterBox, parseLetter, readMails } from "../mails";

const file = process.env.MAIL_FILE ?? "mails.jsonl";
const port = Number(process.env.MAIL_PORT);
/** This machine alone; in a container the whole of it is one's own. */
const host = process.env.MAIL_HOST ?? "127.0.0.1";
const keep = openLetterBox(file);

createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://outbox");
  const to = url.searchParams.get("to") ?? undefined;
  if (url.pathname === "/api/mails" && request.method === "POST") {
    void take(request, response);
  } else if (url.pathname === "/api/mails") {
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(JSON.stringify(readMails(file, to)));
  } else if (url.pathname === "/") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    response.end(renderPage(readMails(file, to)));
  } else {
    response.writeHead(404).end();
  }
}).listen(port, host);

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const letter = parseLetter(await text(request));
  if (letter !== null) keep(letter);
  response.writeHead(letter === null ? 400 : 204).end();
}

function renderPage(mails: Mail[]): string {
  const list = mails.length === 0 ? "<p>아직 보낸 메일이 없습니다.</p>" : mails.map(renderMail).join("\n");
  return `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>메일 발신함</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 16px/1.6 Pretendard, "Noto Sans CJK KR", system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
  article { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 8px; padding: 1rem 1.25rem; margin: 1rem 0; }
  h2 { font-size: 1.05rem; margin: 0; }
  small { opacity: .7; }
  p { white-space: pre-line; }
  code { font-size: 1.1rem; font-weight: 600; user-select: all; }
</style>
<h1>메일 발신함</h1>
<p>이 컴퓨터에서 실행 중인 포털은 메일을 밖으로 보내지 않고 여기에 모읍니다. 최근 메일이 위에 있습니다.</p>
${list}
</html>
`;
}

function renderMail(mail: Mail): string {
  const at = new Date(mail.at).toLocaleString("ko-KR", { timeZone: "Asia/Seoul" });
  const body = markLinks(markCode(escapeHtml(mail.body), escapeHtml(mail.code)));
  return `<article>
  <h2>${escapeHtml(mail.subject)}</h2>
  <small>받는 사람 ${escapeHtml(mail.to)} · <time datetime="${mail.at}">${at}</time></small>
  <p>${body}</p>
</article>`;
}

function markCode(body: string, code: string): string {
  return code === "" ? body : body.replace(code, `<code>${code}</code>`);
}

function markLinks(body: string): string {
  return body.replaceAll(/https?:\/\/[^\s<]+/g, (link) => `<a href="${link}">${link}</a>`);
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replaceAll(/[&<>"']/g, (character) => names[character] ?? character);
}
