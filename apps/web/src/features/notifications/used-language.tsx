"use client";

import { useLocale } from "next-intl";
import { useEffect } from "react";
import { useMe } from "@/features/shell/me";
import { trpc } from "@/lib/trpc";

/** Tells the server which language the portal is used in, each browser once: until their own is chosen, mails speak it. */
export function UsedLanguage() {
  const locale = useLocale();
  const toldAs = `used-language:${useMe().id}`;
  const { mutate } = trpc.notifications.changePreferences.useMutation({
    onSuccess: (_, { language = locale }) => localStorage.setItem(toldAs, language),
  });
  useEffect(() => {
    if (localStorage.getItem(toldAs) !== locale) mutate({ language: locale });
  }, [locale, toldAs, mutate]);
  return null;
}
