"use client";

import { CommandPalette, type CommandSource } from "@/components/command-palette";
import { usePersonCommands } from "@/features/people/use-person-commands";
import { useActionCommands } from "./use-action-commands";
import { usePageCommands } from "./use-page-commands";

/** What ⌘K searches. A feature adds itself with one hook that answers the text typed so far. */
const sources: readonly CommandSource[] = [usePageCommands, usePersonCommands, useActionCommands];

export function PortalPalette({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange(open: boolean): void }) {
  return <CommandPalette isOpen={isOpen} onOpenChange={onOpenChange} sources={sources} />;
}
