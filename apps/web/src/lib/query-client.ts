import { wire } from "@erp/contracts/wire";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isWorthRetrying } from "./api-error";

const FRESH_MS = 30_000;
const MAX_RETRIES = 2;

/** A cache for one page load (browser) or one request (server). */
export function createQueryClient(onError: (error: unknown) => void = () => {}): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: FRESH_MS, retry: (failures, error) => failures < MAX_RETRIES && isWorthRetrying(error) },
      dehydrate: { serializeData: wire.serialize },
      hydrate: { deserializeData: wire.deserialize },
    },
  });
}
