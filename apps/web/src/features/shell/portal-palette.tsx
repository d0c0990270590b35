"use client";

import { useState } from "react";
import { CommandPalette } from "@/components/command-palette";
import { usePersonCommands } from "@/features/people/use-person-commands";
import { useActionCommands } from "./use-action-commands";
import { usePageCommands } from "./use-page-commands";

/** What ⌘K searches. A feature adds itself with one hook that answers the text typed so far. */
export function PortalPalette({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange(open: boolean): void }) {
  const [text, setText] = useState("");
  const groups = [usePageCommands(text), usePersonCommands(text, isOpen), useActionCommands(text)];
  return (
    <CommandPalette isOpen={isOpen} onOpenChange={onOpenChange} text={text} onTextChange={setText} groups={groups} />
  );
}
