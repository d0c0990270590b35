import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Inbox } from "@/features/approvals/inbox/inbox";
import { readInboxLocation } from "@/features/approvals/inbox/inbox-location";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approvals.boxes"))("title") };
}

/** `/approvals/<box>/<document>?<filters>`; see `inbox-location.ts`. */
export default async function ApprovalsPage({ params, searchParams }: PageProps<"/approvals/[[...place]]">) {
  const { place = [] } = await params;
  const query = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each])),
  );
  const { box, documentId, filters } = readInboxLocation(["/approvals", ...place].join("/"), query);
  const { api, HydrateClient } = serverApi();
  if (box !== null) void api.approvals.list.prefetchInfinite({ box, ...filters });
  if (documentId !== null) void api.approvals.document.prefetch({ documentId });
  return (
    <HydrateClient>
      <Inbox />
    </HydrateClient>
  );
}
