/** A procedure as integrations see it. What stands in braces in the path is a field of the procedure's input. */
export type RestRoute = { method: "GET" | "POST"; path: string; procedure: string; tag: string; summary: string };

/**
 * What of the API is promised to others. A procedure may change with the portal's pages; a route may not, so not every
 * procedure is one. No route takes an instant in its input (a test looks): those travel tagged, and only to our pages.
 */
export const restRoutes: readonly RestRoute[] = [
  get("/employees", "employees.list", "employees", "The directory: a page of the people who work here"),
  get("/employees/me", "employees.me", "employees", "The person whose token it is"),
  get("/employees/{employeeId}", "employees.colleague", "employees", "One person of the directory"),
  get("/approvals", "approvals.list", "approvals", "A page of one of the person's boxes"),
  get("/approvals/counts", "approvals.counts", "approvals", "How many documents lie in each box"),
  get("/approvals/forms", "forms.list", "approvals", "HR's own forms with the keys of their fields"),
  post("/approvals", "approvals.submit", "approvals", "Writes a document and submits it"),
  get("/approvals/{documentId}", "approvals.document", "approvals", "A document with its line and history"),
  get("/approvals/{documentId}/verification", "approvals.verify", "approvals", "Whether its history is unaltered"),
  post("/approvals/{documentId}/approve", "approvals.approve", "approvals", "Approves, as the version that was seen"),
  post("/approvals/{documentId}/reject", "approvals.reject", "approvals", "Rejects with a reason"),
  post("/approvals/{documentId}/withdraw", "approvals.withdraw", "approvals", "Takes back one's own document"),
  post("/approvals/{documentId}/comments", "approvals.comment", "approvals", "Adds a comment"),
  get("/leave/balance", "leave.balance", "leave", "Days of leave, one's own or those of one's people"),
  get("/attendance/today", "attendance.today", "attendance", "Today's check-in and check-out"),
  post("/attendance/check-in", "attendance.checkIn", "attendance", "Begins the working day"),
  post("/attendance/check-out", "attendance.checkOut", "attendance", "Ends the working day"),
  get("/notifications", "notifications.list", "notifications", "A page of what the person was told"),
];

function get(path: string, procedure: string, tag: string, summary: string): RestRoute {
  return { method: "GET", path, procedure, tag, summary };
}

function post(path: string, procedure: string, tag: string, summary: string): RestRoute {
  return { method: "POST", path, procedure, tag, summary };
}

/** The names of the fields in a route's path. */
export function pathFields({ path }: RestRoute): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}

const matchers = restRoutes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** The routes of a path, each with what stands in its braces; several where methods differ, literal ones first. */
export function routesOf(path: string): { route: RestRoute; fields: Record<string, string> }[] {
  const found = matchers.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ route, fields: { ...match.groups } }] : [];
  });
  const literal = found.filter(({ fields }) => Object.keys(fields).length === 0);
  return literal.length > 0 ? literal : found;
}
