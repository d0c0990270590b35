"use client";

import { Gift } from "lucide-react";
import { Pill } from "@/components/pill";
import { useQuestWords } from "./use-quest-words";

export function RewardPill({ halfDays }: { halfDays: number }) {
  const { reward } = useQuestWords();
  return (
    <Pill meaning="info" icon={Gift}>
      {reward(halfDays)}
    </Pill>
  );
}
