import { type Role, role } from "./roles";

/**
 * What each role may do at all; the interface hides what is missing here, the server refuses it.
 * Which record it may be done to is a sentence in the domain's `<domain>.policy.ts`.
 */
const staff = [
  "employees:view-directory",
  "approvals:draft",
  "approvals:read",
  "approvals:decide",
  "approvals:comment",
  "notifications:read",
  "identity:own-session",
  "leave:read",
  "leave:request",
  "attendance:own",
  "quests:work",
  "files:upload",
] as const;

const manager = [...staff, "employees:view-roster", "leave:adjust", "attendance:view-team", "quests:create"] as const;

const hrAdmin = [
  ...manager,
  "employees:manage",
  "departments:manage",
  "approvals:view-all",
  "approvals:name-substitutes",
  "forms:manage",
  "line-rules:manage",
  "leave:administer",
  "attendance:correct",
  "quests:administer",
  "operations:manage",
  "audit:read",
] as const;

const permissionsByRole = { STAFF: staff, MANAGER: manager, HR_ADMIN: hrAdmin } satisfies Record<
  Role,
  readonly string[]
>;

export type Permission = (typeof hrAdmin)[number];

export function hasPermission(role: Role, permission: Permission): boolean {
  const granted: readonly string[] = permissionsByRole[role];
  return granted.includes(permission);
}

/** The roles that a permission was given to. */
export function rolesWith(permission: Permission): Role[] {
  return role.options.filter((each) => hasPermission(each, permission));
}
