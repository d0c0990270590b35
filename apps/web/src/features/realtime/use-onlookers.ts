"use client";

import { personView } from "@erp/contracts/employees";
import type { DocumentId } from "@erp/contracts/ids";
import { documentChannel } from "@erp/contracts/realtime";
import type { PresenceChannel } from "pusher-js";
import { useEffect, useState } from "react";
import type { z } from "zod";
import { useRealtime } from "./realtime-provider";

const onlooker = personView.pick({ id: true, name: true, position: true });
export type Onlooker = z.infer<typeof onlooker>;

/** Who else has this document open right now. Nobody while live updates are off: what is not known is not shown. */
export function useOnlookers(documentId: DocumentId, readerId: string): Onlooker[] {
  const { client, status } = useRealtime();
  const [people, setPeople] = useState<Onlooker[]>([]);

  useEffect(() => {
    if (client === null) return;
    const name = documentChannel(documentId);
    const channel = client.subscribe(name) as PresenceChannel;
    const show = () => setPeople(othersIn(channel, readerId));
    for (const event of ["pusher:subscription_succeeded", "pusher:member_added", "pusher:member_removed"])
      channel.bind(event, show);
    return () => {
      setPeople([]);
      channel.unbind();
      client.unsubscribe(name);
    };
  }, [client, documentId, readerId]);

  return status === "live" ? people : [];
}

function othersIn({ members }: PresenceChannel, readerId: string): Onlooker[] {
  const people: Onlooker[] = [];
  members.each((member: { info: unknown }) => {
    const person = onlooker.safeParse(member.info);
    if (person.success && person.data.id !== readerId) people.push(person.data);
  });
  return people;
}
