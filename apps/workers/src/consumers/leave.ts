import { leaveSettlementReactions } from "@erp/domain/leave/leave.settlement.reactions";
import { defineConsumer } from "../define-consumer";

/** Uses or releases held leave when its document ends. */
export const leaveConsumer = defineConsumer({ group: "leave", on: leaveSettlementReactions });
