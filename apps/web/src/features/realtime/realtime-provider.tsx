"use client";

import type { EmployeeId } from "@erp/contracts/ids";
import type { Signal } from "@erp/contracts/realtime";
import type Pusher from "pusher-js";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from "react";
import { whenLoaded } from "@/lib/when-loaded";
import type { Connection, SocketAddress } from "./connect";
import { createSignalQueue } from "./signal-queue";
import { useLiveQueries } from "./use-live-queries";

/** `starting` until the first connection has succeeded or failed: a page that has just opened shows no banner. */
export type LiveStatus = "starting" | "live" | "offline";

type Realtime = { status: LiveStatus; client: Pusher | null };

const RealtimeContext = createContext<Realtime>({ status: "starting", client: null });

export function useRealtime(): Realtime {
  return useContext(RealtimeContext);
}

type RealtimeProviderProps = { address: SocketAddress; employeeId: EmployeeId; children: ReactNode };

/** Keeps the signed-in person's page up to date: signals make the affected reads happen again. */
export function RealtimeProvider({ address, employeeId, children }: RealtimeProviderProps) {
  const [status, setStatus] = useState<LiveStatus>("starting");
  const [client, setClient] = useState<Pusher | null>(null);
  const { readAgain, catchUp } = useLiveQueries();

  const onSignals = useEffectEvent((signals: Signal[]) => {
    for (const signal of signals) void readAgain(signal);
  });
  const onLive = useEffectEvent(() => {
    setStatus("live");
    void catchUp();
  });
  const onOffline = useEffectEvent(() => setStatus("offline"));

  const { url, key } = address;
  useEffect(() => {
    const queue = createSignalQueue(employeeId, (signals) => onSignals(signals));
    let connection: Connection | null = null;
    let isClosed = false;
    // The socket is not needed for the first picture of a page; what it brings must not meet a picture that is older.
    const callOff = whenLoaded(async () => {
      const { connect } = await import("./connect");
      if (isClosed) return;
      connection = connect({ url, key }, employeeId, {
        onSignal: queue.add,
        onLive: () => onLive(),
        onOffline: () => onOffline(),
      });
      setClient(connection.client);
    });
    return () => {
      isClosed = true;
      callOff();
      queue.close();
      connection?.close();
    };
  }, [url, key, employeeId]);

  return <RealtimeContext value={{ status, client }}>{children}</RealtimeContext>;
}
