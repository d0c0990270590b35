/** Trades the ticket of a sign-in for the session cookie. Rejects when the ticket is too old. */
export async function startSession(ticket: string): Promise<void> {
  const response = await postToNextAuth("callback/ticket", { ticket });
  if (!response.ok) throw Object.assign(new Error("ticket refused"), { data: { code: "identity.ticket-expired" } });
}

/** Removes the cookie; the session itself is ended by `identity.signOut`. */
export async function removeSessionCookie(): Promise<void> {
  await postToNextAuth("signout", {});
}

async function postToNextAuth(action: string, values: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  return fetch(`/api/auth/${action}`, {
    method: "POST",
    body: new URLSearchParams({ ...values, csrfToken, json: "true" }),
  });
}
