import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Whether the server's picture is being drawn: on the server, and while the browser takes that picture over. What only
 * the browser knows (how far it has scrolled) may shape what comes after, or React would throw the picture away.
 */
export function useIsHydrating(): boolean {
  return useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
}
