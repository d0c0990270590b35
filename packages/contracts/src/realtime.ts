import { z } from "zod";
import { type DocumentId, documentId, type EmployeeId, employeeId } from "./ids";

/**
 * What goes over the socket: only that something changed, never what. The browser then reads it through the
 * checked path, so a lost or doubled signal can neither leak nor corrupt anything.
 */
export const signal = z.discriminatedUnion("about", [
  z.object({ about: z.literal("approvals"), documentId, version: z.int() }),
  z.object({ about: z.literal("notifications") }),
  z.object({ about: z.literal("employees"), employeeId }),
  z.object({ about: z.literal("leave"), employeeId }),
  /** Somebody of one's department will be away, or will not: what a colleague may know of it. */
  z.object({ about: z.literal("team-calendar") }),
  z.object({ about: z.literal("attendance"), employeeId }),
  z.object({ about: z.literal("quests") }),
  z.object({ about: z.literal("substitutes") }),
]);
export type Signal = z.infer<typeof signal>;

export const SIGNAL_EVENT = "changed";

/** One private channel a person; everything they should know comes through it. */
export function employeeChannel(id: EmployeeId): string {
  return `private-employee-${id}`;
}

/** Who is looking at a document right now. */
export function documentChannel(id: DocumentId): string {
  return `presence-document-${id}`;
}

export type ChannelSubject = { kind: "employee"; id: EmployeeId } | { kind: "document"; id: DocumentId };

/** What a channel's name speaks of, or null for a name that is none of ours. */
export function channelSubject(name: string): ChannelSubject | null {
  const employee = employeeId.safeParse(name.replace(/^private-employee-/, ""));
  if (name.startsWith("private-employee-") && employee.success) return { kind: "employee", id: employee.data };
  const document = documentId.safeParse(name.replace(/^presence-document-/, ""));
  if (name.startsWith("presence-document-") && document.success) return { kind: "document", id: document.data };
  return null;
}
