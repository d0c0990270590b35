import { leaveLeaverReactions } from "@erp/domain/leave/leave.leavers.reactions";
import { leaveSettlementReactions } from "@erp/domain/leave/leave.settlement.reactions";
import { leaveSubstituteReactions } from "@erp/domain/leave/leave.substitutes.reactions";
import { defineConsumer } from "../define-consumer";

/** Uses or releases held leave when its document ends or its person leaves, and tells approvals who is away. */
export const leaveConsumer = defineConsumer({
  group: "leave",
  on: { ...leaveSettlementReactions, ...leaveSubstituteReactions, ...leaveLeaverReactions },
});
