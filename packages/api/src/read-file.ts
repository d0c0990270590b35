import { FILES_PATH, type FileContent } from "@erp/contracts/files";
import { getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { ApiContext } from "./context";
import { refusalOf, toTrpcError } from "./errors";
import { createCaller } from "./root";

type Caller = ReturnType<typeof createCaller>;
type Ids = Record<string, string>;

/** Which procedure reads the files of an address; whether somebody may have one is the procedure's to say. */
const fileRoutes: readonly { pattern: RegExp; read(caller: Caller, ids: Ids): Promise<FileContent> }[] = [
  {
    pattern: /^\/documents\/(?<documentId>\w+)\/(?<fileId>\w+)$/,
    read: (caller, ids) => caller.approvals.file(ids as Parameters<Caller["approvals"]["file"]>[0]),
  },
  {
    pattern: /^\/quests\/(?<questId>\w+)\/(?<employeeId>\w+)$/,
    read: (caller, ids) => caller.quests.evidence(ids as Parameters<Caller["quests"]["evidence"]>[0]),
  },
];

export type FileAnswer = { file: FileContent } | { refusal: ReturnType<typeof refusalOf> & { status: number } };

/** The file at a path below `FILES_PATH`, or why it cannot be had. Never rejects. */
export async function readFileAt(path: string, createContext: () => Promise<ApiContext>): Promise<FileAnswer> {
  try {
    for (const { pattern, read } of fileRoutes) {
      const match = pattern.exec(path.slice(FILES_PATH.length));
      if (match) return { file: await read(createCaller(await createContext()), { ...match.groups }) };
    }
    throw new TRPCError({ code: "NOT_FOUND" });
  } catch (cause) {
    const error = toTrpcError(getTRPCErrorFromUnknown(cause));
    return { refusal: { ...refusalOf(error), status: getHTTPStatusCodeFromError(error) } };
  }
}
