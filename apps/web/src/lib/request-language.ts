import { TIME_ZONE } from "@erp/contracts/dates";
import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { messagesIn } from "./messages";
import { LOCALE_COOKIE, parseLocale } from "./preferences";

/** next-intl's configuration: the language is a cookie, not a part of the address, so links work for everybody. */
export default getRequestConfig(async () => {
  const locale = parseLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  return { locale, messages: messagesIn(locale), timeZone: TIME_ZONE };
});
