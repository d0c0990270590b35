"use client";

import type { ChangePreferencesInput, NotificationPreferences } from "@erp/contracts/notification-preferences";
import { useLocale } from "next-intl";
import { useToast } from "@/components/toast";
import { sentenceOf } from "@/lib/api-error";
import { trpc } from "@/lib/trpc";

/** The person's choices, and a way to change one. A change shows at once; a refusal brings back what the server has. */
export function usePreferences() {
  const locale = useLocale();
  const toast = useToast();
  const cache = trpc.useUtils();
  const preferences = trpc.notifications.preferences.useQuery();
  const change = trpc.notifications.changePreferences.useMutation({
    onMutate: async (input) => {
      await cache.notifications.preferences.cancel();
      cache.notifications.preferences.setData(undefined, (stored) => stored && changed(stored, input));
    },
    onError: (error) => {
      toast.failed(sentenceOf(error, locale));
      return cache.notifications.preferences.invalidate();
    },
  });
  return { preferences, change: (input: ChangePreferencesInput) => change.mutate(input) };
}

function changed(
  stored: NotificationPreferences,
  {
    choice,
    quietHours = stored.quietHours,
    digestHour = stored.digestHour,
    mailLanguage = stored.mailLanguage,
  }: ChangePreferencesInput,
): NotificationPreferences {
  const choices = stored.choices.map((each) =>
    each.kind === choice?.kind && each.channel === choice.channel ? choice : each,
  );
  return { choices, quietHours, digestHour, mailLanguage };
}
