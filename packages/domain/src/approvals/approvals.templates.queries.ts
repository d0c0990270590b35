import {
  type FormCode,
  type FormField,
  type FormTemplate,
  formTemplates,
  isBuiltIn,
  type OwnFormCode,
} from "@erp/contracts/approval-forms";
import type { OwnFormView } from "@erp/contracts/forms";
import { type ApprovalFormVersionRow, approvalFormVersions } from "@erp/db/mysql/entities/approval-form-versions";
import type { ApprovalFormRow } from "@erp/db/mysql/entities/approval-forms";
import type { DataSource } from "typeorm";
import { authorize } from "../authorize";
import type { Ctx } from "../context";
import { DomainError } from "../errors";

type Wording = Omit<ApprovalFormVersionRow, "madeBy" | "madeAt">;
type Row = Wording & { isOffered: 0 | 1 };

const selectNewest = `SELECT form.code, form.version, form.is_offered AS isOffered, made.name_ko AS nameKo,
    made.name_en AS nameEn, made.description_ko AS descriptionKo, made.description_en AS descriptionEn, made.fields
  FROM approval_forms form
  JOIN approval_form_versions made ON made.code = form.code AND made.version = form.version`;

/** The forms of HR's own, in their newest version. Those not offered any more, too: documents of them are still found by it. */
export async function listForms(ctx: Ctx): Promise<OwnFormView[]> {
  authorize(ctx, "approvals:read");
  const rows: Row[] = await ctx.mysql.query(`${selectNewest} ORDER BY form.code`);
  return rows.map(toView);
}

/** Throws `form.not-found`. */
export async function findForm(ctx: Ctx, code: OwnFormCode): Promise<OwnFormView> {
  const [row]: Row[] = await ctx.mysql.query(`${selectNewest} WHERE form.code = ?`, [code]);
  if (row === undefined) throw new DomainError("form.not-found");
  return toView(row);
}

/** A version never changes, so each is read once; there are as many as HR has ever saved. */
const knownTemplates = new WeakMap<DataSource, Map<string, FormTemplate>>();

/** The form in this version. Throws `form.not-found`. */
export async function loadTemplate(ctx: Ctx, code: FormCode, version: number): Promise<FormTemplate> {
  if (isBuiltIn(code)) {
    if (version !== formTemplates[code].version) throw new DomainError("form.not-found");
    return formTemplates[code];
  }
  const known = knownTemplates.get(ctx.mysql) ?? new Map<string, FormTemplate>();
  knownTemplates.set(ctx.mysql, known);
  const key = `${code} ${version}`;
  const template = known.get(key) ?? (await readTemplate(ctx, { code, version }));
  known.set(key, template);
  return template;
}

/** The form as a document that is begun now is written on it. Throws `form.not-found`. */
export async function loadNewestTemplate(ctx: Ctx, code: FormCode): Promise<FormTemplate> {
  if (isBuiltIn(code)) return formTemplates[code];
  const form = await findForm(ctx, code);
  return loadTemplate(ctx, code, form.version);
}

/** Throws `form.not-offered` where HR has taken the form out of use. */
export async function assertOffered(ctx: Ctx, code: FormCode): Promise<void> {
  if (isBuiltIn(code)) return;
  const [form]: Pick<Row, "isOffered">[] = await ctx.mysql.query(
    "SELECT is_offered AS isOffered FROM approval_forms WHERE code = ?",
    [code],
  );
  if (form?.isOffered !== 1) throw new DomainError("form.not-offered");
}

async function readTemplate(ctx: Ctx, version: Pick<ApprovalFormRow, "code" | "version">): Promise<FormTemplate> {
  const row = await ctx.mysql.manager.findOneBy(approvalFormVersions, version);
  if (row === null) throw new DomainError("form.not-found");
  return toTemplate(row);
}

function toView({ isOffered, ...wording }: Row): OwnFormView {
  return { ...toTemplate(wording), isOffered: isOffered === 1 };
}

function toTemplate({ code, version, nameKo, nameEn, descriptionKo, descriptionEn, fields }: Wording) {
  return {
    code,
    version,
    name: { ko: nameKo, en: nameEn },
    description: { ko: descriptionKo, en: descriptionEn },
    fields: JSON.parse(fields) as FormField[],
  };
}
