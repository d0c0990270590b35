/** The mails of a profile: one JSON line each, appended by the identity server and read by the outbox page. */
import { appendFileSync } from "node:fs";
import { readTextIfThere } from "./text-file";

export interface Mail {
  id: string;
  at: string;
  to: string;
  /** Why it was sent: "sign-up", "resend-code", "forgot-password", "invitation", "notification", … */
  kind: string;
  subject: string;
  body: string;
  /** The confirmation code, reset code or temporary password inside the body; empty where there is none. */
  code: string;
}

export function appendMail(file: string, mail: Mail): void {
  appendFileSync(file, `${JSON.stringify(mail)}\n`);
}

/** A letter that the portal hands over. */
export type Letter = Pick<Mail, "id" | "to" | "subject" | "body">;

/** What is no letter is null. */
export function parseLetter(text: string): Letter | null {
  try {
    const { id, to, subject, body } = JSON.parse(text) as Record<string, unknown>;
    const fields = { id, to, subject, body };
    return Object.values(fields).every((field) => typeof field === "string") ? (fields as Letter) : null;
  } catch {
    return null;
  }
}

/** Keeps letters of the portal in the file, each once however often it is handed over. */
export function openLetterBox(file: string): (letter: Letter) => void {
  const kept = new Set(readMails(file).map(({ id }) => id));
  return ({ id, to, subject, body }) => {
    if (kept.has(id)) return;
    kept.add(id);
    appendMail(file, { id, to, subject, body, at: new Date().toISOString(), kind: "notification", code: "" });
  };
}

/** Newest first, of one addressee when given. */
export function readMails(file: string, to?: string): Mail[] {
  const mails = readTextIfThere(file)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Mail);
  return mails.filter((mail) => !to || mail.to.toLowerCase() === to.toLowerCase()).reverse();
}

/** What the identity service calls the occasion, what we call it, and the words of the mail. */
const letters: Record<string, { kind: string; subject: string; sentence: (code: string) => string }> = {
  SignUp: {
    kind: "sign-up",
    subject: "가입 확인 코드",
    sentence: (code) => `가입을 마치려면 확인 코드 ${code} 을(를) 입력하세요.`,
  },
  ResendCode: { kind: "resend-code", subject: "가입 확인 코드", sentence: (code) => `새 확인 코드는 ${code} 입니다.` },
  ForgotPassword: {
    kind: "forgot-password",
    subject: "비밀번호 재설정 코드",
    sentence: (code) =>
      `비밀번호를 다시 정하려면 코드 ${code} 을(를) 입력하세요. 요청하지 않았다면 이 메일을 무시하세요.`,
  },
  AdminCreateUser: {
    kind: "invitation",
    subject: "한빛 포털에 초대합니다",
    sentence: (code) => `이 주소와 임시 비밀번호 ${code} (으)로 로그인하면 새 비밀번호를 정하게 됩니다.`,
  },
};

export function composeMail(occasion: string, to: string, code: string): Omit<Mail, "id" | "at"> {
  const letter = letters[occasion];
  if (!letter) return { to, code, kind: occasion, subject: "확인 코드", body: `확인 코드는 ${code} 입니다.` };
  return { to, code, kind: letter.kind, subject: letter.subject, body: letter.sentence(code) };
}
