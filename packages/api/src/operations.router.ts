import { auditPage, listAuditInput } from "@erp/contracts/audit";
import { redriveInput, systemView } from "@erp/contracts/operations";
import { listAudit } from "@erp/domain/operations/operations.audit.queries";
import { requestRedrive } from "@erp/domain/operations/operations.mutations";
import { viewSystem } from "@erp/domain/operations/operations.queries";
import { z } from "zod";
import { permitted, router } from "./trpc";

export const operationsRouter = router({
  system: permitted("operations:manage")
    .output(systemView)
    .query(({ ctx: { ctx } }) => viewSystem(ctx)),
  redrive: permitted("operations:manage")
    .input(redriveInput)
    .output(z.void())
    .mutation(({ ctx: { ctx }, input }) => requestRedrive(ctx, input)),
  audit: permitted("audit:read")
    .input(listAuditInput)
    .output(auditPage)
    .query(({ ctx: { ctx }, input }) => listAudit(ctx, input)),
});
