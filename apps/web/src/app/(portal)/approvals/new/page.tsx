import { writableFormCode } from "@erp/contracts/approval-forms";
import { documentId } from "@erp/contracts/ids";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CopiedDraft } from "@/features/approvals/write/copied-draft";
import { emptyContent } from "@/features/approvals/write/draft-content";
import { DraftEditor } from "@/features/approvals/write/draft-editor";
import { FormChooser } from "@/features/approvals/write/form-chooser";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("approvals.write"))("title") };
}

/** `?form=<code>` begins an empty document, `?copy=<document>` one from an old one; without either the form is chosen. */
export default async function NewDocumentPage({ searchParams }: PageProps<"/approvals/new">) {
  const { form, copy } = await searchParams;
  const source = documentId.safeParse(copy).data;
  if (source) return <CopiedDraft key={source} documentId={source} />;
  const code = writableFormCode.safeParse(form).data;
  if (code) return <DraftEditor key={code} formCode={code} initial={emptyContent(code)} stored={null} isNew />;
  return <FormChooser />;
}
