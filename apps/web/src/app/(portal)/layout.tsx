import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { pageEnv } from "@/env";
import { AppShell } from "@/features/shell/app-shell";
import { signInAddress } from "@/lib/sign-in-address";
import { isSignedIn, readMe, serverApi } from "@/lib/trpc-server";

/** Every page in here is for signed-in people: the session is looked up, the cookie alone opens nothing. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  if (!(await isSignedIn())) redirect(signInAddress((await headers()).get("x-path") ?? "/"));
  const { api, HydrateClient } = serverApi();
  void api.approvals.counts.prefetch();
  void api.notifications.unread.prefetch();
  const me = await readMe();
  const { SOKETI_PUBLIC_URL, SOKETI_APP_KEY } = pageEnv();
  return (
    <HydrateClient>
      <AppShell me={me} socket={{ url: SOKETI_PUBLIC_URL, key: SOKETI_APP_KEY }}>
        {children}
      </AppShell>
    </HydrateClient>
  );
}
