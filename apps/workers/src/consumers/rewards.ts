import { rewardReactions } from "@erp/domain/leave/leave.rewards.reactions";
import { defineConsumer } from "../define-consumer";

/** Pays what attendance and quests have earned into the leave ledger. */
export const rewardsConsumer = defineConsumer({ group: "rewards", on: rewardReactions });
