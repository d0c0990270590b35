import { type EvidenceType, MAX_EVIDENCE_BYTES } from "@erp/contracts/quest-evidence";
import { DomainError } from "../errors";

type Signature = { type: EvidenceType; at: number; bytes: string };

/** How files of each kind begin. */
const signatures: readonly Signature[] = [
  { type: "application/pdf", at: 0, bytes: "%PDF-" },
  { type: "image/png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { type: "image/jpeg", at: 0, bytes: "\xff\xd8\xff" },
  { type: "image/webp", at: 8, bytes: "WEBP" },
];

/**
 * What a file is by its content: a name or a claim of the browser is no proof. Throws `quest.evidence-too-large` and
 * `quest.evidence-type`.
 */
export function requireEvidence(content: Buffer): EvidenceType {
  if (content.length > MAX_EVIDENCE_BYTES) throw new DomainError("quest.evidence-too-large");
  const found = signatures.find(
    ({ at, bytes }) => content.subarray(at, at + bytes.length).toString("latin1") === bytes,
  );
  if (!found) throw new DomainError("quest.evidence-type");
  return found.type;
}
