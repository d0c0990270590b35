import type { DocumentForm, FormCode, FormValues } from "@erp/contracts/approval-forms";
import type { Decision, DocumentStatus, HistoryKind, Quorum, StepKind, StepState } from "@erp/contracts/approvals";
import type { PersonView } from "@erp/contracts/employees";
import type { FileView } from "@erp/contracts/files";
import type { DocumentId, EventId } from "@erp/contracts/ids";
import { type Collection, type Connection, type Model, Schema } from "mongoose";

/** A person as of the moment they were written into the document, as on paper: a later promotion changes nothing here. */
export type StoredPerson = PersonView;

export type StoredApprover = {
  person: StoredPerson;
  decision: Decision | null;
  decidedAt: Date | null;
  comment: string | null;
  /** Who decided in this person's place, absent where nobody did. */
  substitute?: StoredPerson;
  /** Their manager, who may decide in their stead; absent unless the step's deadline passed while it waited for them. */
  escalatedTo?: StoredPerson;
};

export type StoredStep = {
  kind: StepKind;
  quorum: Quorum;
  state: StepState;
  approvers: StoredApprover[];
  /** Calendar days from the day the step opens; absent where it has no deadline. */
  dueInDays?: number;
  /** Absent until the step opens. */
  dueAt?: Date;
};

/** A file as the document knows it; `sha256` of its content, so that the chain covers what lies in another store (ADR 0020). */
export type StoredFile = FileView & { sha256: string };

/** Which document a revision revises, and the first of the family, whose number it keeps. */
export type StoredRevision = { number: number; of: DocumentId; first: DocumentId; firstNumber: string };

/** `step` counts from 1, as people read it. The hashes are hexadecimal SHA-256; see ADR 0010. */
export type StoredHistoryEntry = {
  sequence: number;
  at: Date;
  kind: HistoryKind;
  actor: StoredPerson | null;
  /** Whose decision it was, absent unless a substitute made it: what others did is sealed as it always was. */
  onBehalfOf?: StoredPerson;
  step: number | null;
  text: string | null;
  documentHash: string;
  previousHash: string | null;
  hash: string;
};

/** An event waiting for the relay; `message` is the whole envelope as JSON text: what Kafka gets is what was stored. */
export type StoredEvent = { eventId: EventId; topic: string; message: string };

export type ApprovalDocument = {
  _id: DocumentId;
  /** Grows by one with every move and every save of the draft. */
  version: number;
  formCode: FormCode;
  formVersion: number;
  /** A form of HR's own as it was in that version; absent where the form is built in (ADR 0028). */
  form?: DocumentForm;
  /** Null while it is a draft. */
  number: string | null;
  title: string;
  values: FormValues;
  status: DocumentStatus;
  requester: StoredPerson;
  line: StoredStep[];
  references: StoredPerson[];
  readers: StoredPerson[];
  /** Missing in documents from before there were files. */
  files?: StoredFile[];
  /** Only in revisions; the document that is revised never changes. */
  revision?: StoredRevision;
  history: StoredHistoryEntry[];
  submittedAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  /** What lists sort by: the submission, or the last save of a draft. Never changes once submitted, so cursors stay good. */
  listedAt: Date;
  /** In whose box it lies, `WAITING:<employee id>`, and `ALL`; computed from the state, indexed for every list (ADR 0003). */
  boxes: string[];
  /** Number, title, people and text in lower case and NFC. */
  searchText: string;
  /** The form's amount or budget, null where there is none (yet). */
  amountKrw: number | null;
  /** When the open step's deadline asks for something next: a reminder, then the escalation. Null where nothing will. */
  nextDeadlineAt?: Date | null;
  outbox: StoredEvent[];
  hasOutbox: boolean;
  /** The event of the last move, by which whoever made it knows it again; absent until the first one after submission. */
  lastMoveId?: EventId;
};

/** What rules and use cases work on: the document without what only the store needs. */
export type DocumentState = Omit<ApprovalDocument, "searchText" | "outbox" | "hasOutbox" | "lastMoveId">;

const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const instant = { type: Date, required: true } as const;
const optionalInstant = { type: Date, default: null } as const;
const count = { type: Number, required: true } as const;
const part = { _id: false, strict: "throw", minimize: false } as const;

const person = new Schema<StoredPerson>(
  { id: text, name: text, position: text, departmentNameKo: text, departmentNameEn: text },
  part,
);

const approver = new Schema<StoredApprover>(
  {
    person: { type: person, required: true },
    decision: optionalText,
    decidedAt: optionalInstant,
    comment: optionalText,
    substitute: { type: person },
    escalatedTo: { type: person },
  },
  part,
);

const step = new Schema<StoredStep>(
  { kind: text, quorum: text, state: text, approvers: [approver], dueInDays: Number, dueAt: Date },
  part,
);

const historyEntry = new Schema<StoredHistoryEntry>(
  {
    sequence: count,
    at: instant,
    kind: text,
    actor: { type: person, default: null },
    onBehalfOf: { type: person },
    step: { type: Number, default: null },
    text: optionalText,
    documentHash: text,
    previousHash: optionalText,
    hash: text,
  },
  part,
);

const storedFile = new Schema<StoredFile>({ id: text, name: text, type: text, size: count, sha256: text }, part);

const storedRevision = new Schema<StoredRevision>({ number: count, of: text, first: text, firstNumber: text }, part);

const storedEvent = new Schema<StoredEvent>({ eventId: text, topic: text, message: text }, part);

const approvalDocument = new Schema<ApprovalDocument>(
  {
    _id: text,
    version: count,
    formCode: text,
    formVersion: count,
    // Without a default, as files: the chain of a built-in form's document covers none.
    form: { type: Schema.Types.Mixed, default: undefined },
    number: optionalText,
    // A draft may be empty everywhere; mongoose takes "" for missing where a string is required.
    title: { type: String, default: "" },
    values: { type: Schema.Types.Mixed, default: {} },
    status: text,
    requester: { type: person, required: true },
    line: [step],
    references: [person],
    readers: [person],
    // Without a default: an empty list would be part of what the chain of an old document covers.
    files: { type: [storedFile], default: undefined },
    revision: { type: storedRevision, default: undefined },
    history: [historyEntry],
    submittedAt: optionalInstant,
    completedAt: optionalInstant,
    createdAt: instant,
    updatedAt: instant,
    listedAt: instant,
    boxes: [String],
    searchText: { type: String, default: "" },
    amountKrw: { type: Number, default: null },
    nextDeadlineAt: optionalInstant,
    outbox: [storedEvent],
    hasOutbox: { type: Boolean, required: true },
    lastMoveId: String,
  },
  { collection: "approval_documents", versionKey: false, strict: "throw", minimize: false },
);

/** Every list: one box, newest or oldest first, `_id` between equals. */
approvalDocument.index({ boxes: 1, listedAt: -1, _id: -1 }, { name: "boxes" });
approvalDocument.index(
  { number: 1 },
  { name: "number", unique: true, partialFilterExpression: { number: { $type: "string" } } },
);
/** One revision of each number in a family, begun or submitted. */
approvalDocument.index(
  { "revision.first": 1, "revision.number": 1 },
  { name: "revisions", unique: true, partialFilterExpression: { "revision.first": { $type: "string" } } },
);
/** Only documents with waiting events are in it, so that the relay's poll costs nothing when there are none. */
approvalDocument.index(
  { hasOutbox: 1, _id: 1 },
  { name: "waiting_events", partialFilterExpression: { hasOutbox: true } },
);
/** Only documents whose open step has a deadline ahead, so that the worker's look costs nothing when none is near. */
approvalDocument.index(
  { nextDeadlineAt: 1 },
  { name: "deadlines", partialFilterExpression: { nextDeadlineAt: { $type: "date" } } },
);
/** Documents under way, for rebuilding the queues. */
approvalDocument.index({ status: 1, _id: 1 }, { name: "status" });

export function documentModel(connection: Connection): Model<ApprovalDocument> {
  return (
    connection.models.approval_document ?? connection.model<ApprovalDocument>("approval_document", approvalDocument)
  );
}

/**
 * The same documents without mongoose in between: for the writes of every request, where its casting would cost several
 * times what the driver does, to check again what the types have checked already.
 */
export function documentCollection(connection: Connection): Collection<ApprovalDocument> {
  return documentModel(connection).collection as unknown as Collection<ApprovalDocument>;
}
