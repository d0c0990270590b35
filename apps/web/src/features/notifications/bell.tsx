"use client";

import { Popover } from "@base-ui/react/popover";
import { Bell as BellIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/button";
import { trpc } from "@/lib/trpc";
import { LatestNotifications } from "./latest-notifications";

/** The bell of the portal's frame: how much is unread, and the latest of it on a click. */
export function Bell({ side = "bottom" }: { side?: "bottom" | "right" | "top" }) {
  const t = useTranslations("notifications.bell");
  const [isOpen, setIsOpen] = useState(false);
  const { data } = trpc.notifications.unread.useQuery();
  const count = data?.unread ?? 0;
  const label = count === 0 ? t("none") : t("label", { count });
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger render={<IconButton label={label} icon={<BellFace count={count} />} />} />
      <Popover.Portal>
        <Popover.Positioner side={side} align="start" sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup className="flex max-h-[min(560px,80dvh)] w-[min(380px,calc(100vw-24px))] flex-col overflow-hidden rounded-card border border-line bg-raised shadow-float outline-none transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <LatestNotifications onLeave={() => setIsOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function BellFace({ count }: { count: number }) {
  return (
    <span aria-hidden className="relative">
      <BellIcon />
      {count > 0 && (
        <span className="absolute -top-2 left-2.5 w-max min-w-4.5 rounded-full bg-no px-1 text-center text-12 leading-[18px] font-semibold text-no-ink">
          {count > 99 ? "99+" : count}
        </span>
      )}
    </span>
  );
}
