"use client";

import { wire } from "@erp/contracts/wire";
import { QueryClientProvider } from "@tanstack/react-query";
import { httpBatchLink } from "@trpc/client";
import { type ReactNode, useState } from "react";
import { refusalOf } from "./api-error";
import { createQueryClient } from "./query-client";
import { signInAddress } from "./sign-in-address";
import { trpc } from "./trpc";
import { withoutDirectionLink } from "./without-direction-link";

/** The server refuses bigger batches; see MAX_BATCH_SIZE in @erp/api. */
const MAX_CALLS_PER_REQUEST = 12;

/** Firewalls take an address with more than 2,048 characters of query for an attack; further calls go with the next request. */
const MAX_ADDRESS_LENGTH = 2000;

export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => createQueryClient(leaveWhenSignedOut));
  const [client] = useState(() =>
    trpc.createClient({
      links: [
        withoutDirectionLink,
        httpBatchLink({
          url: "/api/trpc",
          transformer: wire,
          maxItems: MAX_CALLS_PER_REQUEST,
          maxURLLength: MAX_ADDRESS_LENGTH,
        }),
      ],
    }),
  );
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}

/** A session that ended elsewhere: one full load, so that nothing of it stays in memory. */
function leaveWhenSignedOut(error: unknown): void {
  if (refusalOf(error).code !== "request.signed-out") return;
  window.location.assign(signInAddress(window.location.pathname + window.location.search));
}
