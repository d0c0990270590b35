import type { DataSource } from "typeorm";

/** Tables whose rows are history: the application may add to them and read them, nothing else. */
export const APPEND_ONLY_TABLES = [
  "employee_posts",
  "audit_entries",
  "leave_lots",
  "leave_ledger",
  "approval_form_versions",
];

/** Tables whose rows are never changed, but may go. */
export const WRITE_ONCE_TABLES = ["stored_files"];

/** Tables the application has no business in. */
const CLOSED_TABLES = ["migrations"];

/** Gives the application's user exactly the rights each table needs, and takes away what an earlier version gave. */
export async function grantToApplication(admin: DataSource, user: string): Promise<void> {
  if (!/^\w+$/.test(user)) throw new Error(`"${user}" is not a plain user name`);
  const tables: { name: string }[] = await admin.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  );
  for (const { name } of tables.filter((table) => !CLOSED_TABLES.includes(table.name))) {
    const refused = refusedRights(name);
    const rights = ["SELECT", "INSERT", "UPDATE", "DELETE"].filter((right) => !refused.includes(right));
    await admin.query(`GRANT ${rights.join(", ")} ON \`${name}\` TO '${user}'@'%'`);
    // After the GRANT: revoking from somebody who has no right at all on the table is an error.
    if (refused.length > 0) await admin.query(`REVOKE ${refused.join(", ")} ON \`${name}\` FROM '${user}'@'%'`);
  }
}

function refusedRights(table: string): string[] {
  if (APPEND_ONLY_TABLES.includes(table)) return ["UPDATE", "DELETE"];
  return WRITE_ONCE_TABLES.includes(table) ? ["UPDATE"] : [];
}
