import { formTemplates, ownFormCode, writableBuiltInFormCode } from "@erp/contracts/approval-forms";
import { documentId } from "@erp/contracts/ids";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CopiedDraft } from "@/features/approvals/write/copied-draft";
import { EmptyDraft } from "@/features/approvals/write/empty-draft";
import { FormChooser } from "@/features/approvals/write/form-chooser";
import { NotOffered } from "@/features/approvals/write/not-offered";
import { serverApi } from "@/lib/trpc-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approvals.write"))("title") };
}

/** `?form=<code>` begins an empty document, `?copy=<document>` one from an old one; without either the form is chosen. */
export default async function NewDocumentPage({ searchParams }: PageProps<"/approvals/new">) {
  const { form, copy } = await searchParams;
  const source = documentId.safeParse(copy).data;
  if (source) return <CopiedDraft key={source} documentId={source} />;
  const builtIn = writableBuiltInFormCode.safeParse(form).data;
  if (builtIn) return <EmptyDraft key={builtIn} written={{ ...formTemplates[builtIn], code: builtIn }} />;
  const { api, HydrateClient } = serverApi();
  const code = ownFormCode.safeParse(form).data;
  const own = code && (await api.forms.list()).find((each) => each.code === code);
  if (own)
    return own.isOffered ? (
      <EmptyDraft key={`${own.code} ${own.version}`} written={own} />
    ) : (
      <NotOffered name={own.name} />
    );
  void api.forms.list.prefetch();
  return (
    <HydrateClient>
      <FormChooser />
    </HydrateClient>
  );
}
