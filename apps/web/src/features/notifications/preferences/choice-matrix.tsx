"use client";

import { type NotificationChoice, notificationChannel } from "@erp/contracts/notification-preferences";
import { type NotificationKind, notificationKind } from "@erp/contracts/notifications";
import { useTranslations } from "next-intl";
import { Switch } from "@/components/switch";

type ChoiceMatrixProps = { choices: readonly NotificationChoice[]; onChange(choice: NotificationChoice): void };

/** A row a kind, a column a channel. */
export function ChoiceMatrix({ choices, onChange }: ChoiceMatrixProps) {
  const t = useTranslations("notifications.preferences");
  return (
    <table className="w-full">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr className="text-12 text-ink-2">
          <th scope="col" className="py-2 text-left font-normal">
            {t("kind")}
          </th>
          {notificationChannel.options.map((channel) => (
            <th key={channel} scope="col" className="w-18 py-2 text-center font-normal">
              {t(`channels.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {notificationKind.options.map((kind) => (
          <Kind key={kind} kind={kind} choices={choices} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}

function Kind({ kind, choices, onChange }: ChoiceMatrixProps & { kind: NotificationKind }) {
  const t = useTranslations("notifications.preferences");
  return (
    <tr>
      <th scope="row" className="py-2 text-left font-normal">
        {t(`kinds.${kind}`)}
      </th>
      {choices
        .filter((choice) => choice.kind === kind)
        .map((choice) => (
          <td key={choice.channel} className="py-2 text-center align-middle">
            <Switch
              label={`${t(`kinds.${kind}`)}: ${t(`channels.${choice.channel}`)}`}
              isOn={choice.isOn}
              onChange={(isOn) => onChange({ ...choice, isOn })}
            />
          </td>
        ))}
    </tr>
  );
}
