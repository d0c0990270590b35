import type { Colleague } from "../data/company";
import { answerOf, type ProcedureName, type Procedures, requestOf } from "./procedures";

/** A person signed in at a computer of their own. */
export type Session = { person: Colleague; origin: string; headers: Record<string, string> };

export type Credentials = { email: string; password: string };

/**
 * Signs in as the browser does: password for a ticket, ticket for the session's cookie. Every person comes from an
 * address of their own, as behind the company's proxy; the portal counts attempts by address.
 */
export async function signIn(origin: string, person: Colleague, password: string): Promise<Session> {
  const visitor = visitorOf(origin, person);
  const result = await call(visitor, "identity.signIn", { email: person.email, password });
  if (result.next !== "SIGNED_IN") throw new Error(`${person.email} was asked for ${result.next}`);
  return { ...visitor, headers: { ...visitor.headers, cookie: await exchangeTicket(visitor, result.ticket) } };
}

/** Somebody who has not signed in yet. */
export function visitorOf(origin: string, person: Colleague): Session {
  return { person, origin, headers: { origin, "x-forwarded-for": addressOf(person) } };
}

/** Calls a procedure once and waits for its answer. Throws when it is refused. */
export async function call<Name extends ProcedureName>(
  { origin, headers }: Session,
  name: Name,
  input: Procedures[Name]["input"],
): Promise<Procedures[Name]["output"]> {
  const { path, ...request } = requestOf(name, input, headers);
  const response = await fetch(origin + path, request);
  return answerOf(name, await response.text());
}

/** next-auth's form: a token against forgery first, then the ticket with it. */
async function exchangeTicket({ origin, headers }: Session, ticket: string): Promise<string> {
  const csrf = await fetch(`${origin}/api/auth/csrf`, { headers });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${origin}/api/auth/callback/ticket`, {
    method: "POST",
    headers: { ...headers, cookie: cookiesIn(csrf) },
    body: new URLSearchParams({ csrfToken, ticket, json: "true" }),
    redirect: "manual",
  });
  const cookie = cookiesIn(answer);
  if (!cookie.includes("session")) throw new Error(`the ticket gave no session: ${answer.status}`);
  return cookie;
}

function cookiesIn(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}

/** An address of a private network made from the person's id, the same every time. */
function addressOf({ id }: Colleague): string {
  const number = [...id].reduce((sum, character) => (Math.imul(sum, 31) + character.charCodeAt(0)) >>> 0, 7);
  return `10.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
}
