import { employeeId } from "@erp/contracts/ids";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Profile } from "@/features/people/profile";
import { Page } from "@/features/shell/page";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("directory.title") };
}

export default async function PersonPage({ params }: PageProps<"/people/[id]">) {
  const id = employeeId.safeParse((await params).id);
  if (!id.success) notFound();
  const { api, HydrateClient } = serverApi();
  void api.employees.colleague.prefetch({ employeeId: id.data });
  return (
    <HydrateClient>
      <Page>
        <Profile employeeId={id.data} />
      </Page>
    </HydrateClient>
  );
}
