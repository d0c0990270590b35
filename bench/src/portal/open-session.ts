import type { Ctx } from "@erp/domain/context";
import { SESSION_SECONDS, type Session as StoredSession, storeSession } from "@erp/domain/sessions";
import { encode } from "next-auth/jwt";
import type { Colleague } from "../data/company";
import { type Session, visitorOf } from "./session";

/**
 * Opens sessions past the identity service, whose stand-in on this machine would take minutes for a whole company: the
 * same session in Redis and the same cookie as after a sign-in. Whatever is called with them is checked as always.
 */
export async function openSessions(
  ctx: Ctx,
  origin: string,
  people: readonly Colleague[],
  secret: string,
): Promise<Session[]> {
  const posts: (Pick<StoredSession, "role" | "departmentId"> & { id: string })[] = await ctx.mysql.query(
    "SELECT id, role, department_id AS departmentId FROM employees WHERE email LIKE 'bench-%'",
  );
  const postOf = new Map(posts.map((post) => [post.id, post]));
  const expiresAt = new Date(ctx.clock.now().getTime() + SESSION_SECONDS * 1000);
  const tokens = { accessToken: "", refreshToken: "", expiresAt };
  return Promise.all(
    people.map(async (person) => {
      const post = postOf.get(person.id);
      if (!post) throw new Error(`${person.email} is not of the measured company`);
      const session = { employeeId: person.id, role: post.role, departmentId: post.departmentId, tokens };
      const sub = await storeSession(ctx, session, SESSION_SECONDS);
      const token = await encode({ token: { sub, role: post.role }, secret, maxAge: SESSION_SECONDS });
      const visitor = visitorOf(origin, person);
      return { ...visitor, headers: { ...visitor.headers, cookie: `erp-session=${token}` } };
    }),
  );
}
