"use client";

import { createFormInput, type OwnFormView } from "@erp/contracts/forms";
import type { LineRuleView } from "@erp/contracts/line-rules";
import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { Form, useSchemaForm, useSubmit } from "@/components/form";
import { PageHeader } from "@/components/page-header";
import { TextField } from "@/components/text-field";
import { useToast } from "@/components/toast";
import { refusalOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";
import { FieldList } from "./field-list";
import { contentOf, type FormContentControl } from "./form-content";
import { FormPreview } from "./form-preview";
import { LineRuleCard } from "./line-rule-card";
import { asksForAmount } from "./line-rule-content";

/** A form that is there, with the rule of who signs its documents; neither while it is being made. */
export type StoredForm = { form: OwnFormView; rule: LineRuleView };

/** Makes a form, or the next version of one: what it is called and what it asks for, beside how it will look. */
export function FormEditor({ stored: both }: { stored: StoredForm | null }) {
  const t = useTranslations("forms.editor");
  const locale = useLocale();
  const stored = both?.form ?? null;
  const form = useSchemaForm(createFormInput, contentOf(stored));
  const { save, isOutdated, reload } = useSaveForm(stored);
  const submit = useSubmit(form, save);
  const { control } = form;
  return (
    <>
      <PageHeader
        title={stored ? stored.name[locale] : t("createTitle")}
        description={stored ? t("changeHint", { version: stored.version }) : t("createHint")}
      />
      <div className="grid items-start gap-4 desktop:grid-cols-[minmax(0,1fr)_420px]">
        <div className="grid gap-4">
          <Form
            form={form}
            onSubmit={submit}
            actions={
              <div className="flex flex-wrap justify-end gap-2">
                {isOutdated && (
                  <Button onClick={reload}>
                    <RotateCw aria-hidden />
                    {t("reload")}
                  </Button>
                )}
                <ButtonLink href="/admin/forms">{t("cancel")}</ButtonLink>
                <Button type="submit" look="primary" busy={form.formState.isSubmitting}>
                  {t(stored ? "change" : "create")}
                </Button>
              </div>
            }
          >
            <Card title={t("about")}>
              <Names control={control} isNew={stored === null} />
            </Card>
            <Card title={t("fields")}>
              <FieldList control={control} />
            </Card>
          </Form>
          {both && (
            <LineRuleCard
              key={both.rule.version}
              rule={both.rule}
              name={both.form.name[locale]}
              hasAmount={asksForAmount(both.form.fields)}
            />
          )}
        </div>
        <FormPreview control={control} />
      </div>
    </>
  );
}

function Names({ control, isNew }: { control: FormContentControl; isNew: boolean }) {
  const t = useTranslations("forms.editor");
  return (
    <div className="grid gap-3 tablet:grid-cols-2">
      <TextField control={control} name="name.ko" label={t("nameKo")} maxLength={40} autoFocus={isNew} />
      <TextField control={control} name="name.en" label={t("nameEn")} maxLength={40} />
      <TextField control={control} name="description.ko" label={t("descriptionKo")} maxLength={120} />
      <TextField control={control} name="description.en" label={t("descriptionEn")} maxLength={120} />
      <TextField
        control={control}
        name="formCode"
        label={t("code")}
        hint={isNew && t("codeHint")}
        readOnly={!isNew}
        maxLength={3}
        autoCapitalize="characters"
        placeholder="PUR"
        className="uppercase"
        fieldClassName="tablet:col-span-2"
      />
    </div>
  );
}

/** Stores a new form or its next version, and says when somebody else was faster. */
function useSaveForm(stored: OwnFormView | null) {
  const t = useTranslations("forms.editor");
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const cache = trpc.useUtils();
  const create = trpc.forms.create.useMutation();
  const change = trpc.forms.change.useMutation();
  const [isOutdated, setIsOutdated] = useState(false);

  async function save(content: Parameters<typeof create.mutateAsync>[0]): Promise<void> {
    const saving = stored ? change.mutateAsync({ ...content, version: stored.version }) : create.mutateAsync(content);
    const { name, version } = await saving.catch((error: unknown) => {
      setIsOutdated(refusalOf(error).code === "form.changed-meanwhile");
      throw error;
    });
    await cache.forms.invalidate();
    toast.done(t(stored ? "changed" : "created", { name: name[locale], version }));
    router.push("/admin/forms");
  }

  return { save, isOutdated, reload: () => router.refresh() };
}
