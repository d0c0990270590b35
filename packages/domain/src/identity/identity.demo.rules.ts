/** The audit log's subject under which the seed notes that this database is the demo company's. */
export const DEMO_COMPANY = "demo-company";

/** Everybody's in the demo company. Printed for whoever starts the demo, so no secret; fulfils the password policy. */
export const DEMO_PASSWORD = "Hanbit!2026";
