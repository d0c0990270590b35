import type { Locale as PortalLocale } from "@erp/contracts/units";
import type { Messages as PortalMessages } from "./lib/messages";

/** Types the keys of `useTranslations` and the value of `useLocale`. */
declare module "next-intl" {
  interface AppConfig {
    Locale: PortalLocale;
    Messages: PortalMessages;
  }
}
