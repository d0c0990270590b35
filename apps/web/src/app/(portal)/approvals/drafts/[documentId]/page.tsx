import { documentId } from "@erp/contracts/ids";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StoredDraft } from "@/features/approvals/write/stored-draft";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approvals.write"))("title") };
}

export default async function DraftPage({ params }: PageProps<"/approvals/drafts/[documentId]">) {
  const id = documentId.safeParse((await params).documentId).data;
  if (!id) notFound();
  return <StoredDraft documentId={id} />;
}
