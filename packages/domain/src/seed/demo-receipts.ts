import { crc32, deflateSync } from "node:zlib";
import type { FileId } from "@erp/contracts/ids";
import type { Ctx } from "../context";
import { uploadFile } from "../files/files.mutations";

/** What stands on a receipt of the demo company. */
type Receipt = { amountKrw: number; day: string };
export type ReceiptKind = "photo" | "invoice";

/** Uploads a receipt as its owner: a photo of a till's slip, or an invoice as PDF. Both are drawn here. */
export async function uploadReceipt(owner: Ctx, kind: ReceiptKind, receipt: Receipt): Promise<FileId> {
  const [name, content] = kind === "photo" ? ["영수증.png", photo(receipt)] : ["청구서.pdf", invoice(receipt)];
  return (await uploadFile(owner, { name, base64: content.toString("base64") })).id;
}

const WIDTH = 240;
const HEIGHT = 320;
const PAPER = 250;
const INK = 60;

/** A slip with lines as wide as the amount says, so that no two look the same; letters would need a font. */
function photo({ amountKrw }: Receipt): Buffer {
  const lines = Array.from({ length: 8 }, (_, index) => 60 + ((amountKrw / (index + 7)) % 110));
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(WIDTH + 1, PAPER);
    // Each row begins with the kind of its filter: none.
    row[0] = 0;
    const line = lines[Math.floor((y - 40) / 30)];
    if (line !== undefined && (y - 40) % 30 < 8) row.fill(INK, 30, 30 + Math.floor(line));
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits a point, shades of grey.
  header[8] = 8;
  const parts = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** One page in a font every reader has; it knows no Hangul. */
function invoice({ amountKrw, day }: Receipt): Buffer {
  const text = `BT /F1 20 Tf 60 740 Td (INVOICE ${day}) Tj 0 -36 Td (KRW ${amountKrw.toLocaleString("en")}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const head = "%PDF-1.4\n";
  const offsets = objects.map((_, index) => head.length + objects.slice(0, index).join("").length);
  const body = head + objects.join("");
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, "latin1");
}
