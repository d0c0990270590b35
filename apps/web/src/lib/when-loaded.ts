const LATEST_MS = 5_000;
/** Where browsers cannot say that they have nothing to do. */
const SOON_MS = 500;

/**
 * Acts once the page has come in whole and the browser has nothing else to do, so that its first picture has been taken over
 * from the data that it was drawn from. Answers how to call it off.
 */
export function whenLoaded(act: () => void): () => void {
  let callOff = () => window.removeEventListener("load", wait);
  function wait() {
    if (typeof window.requestIdleCallback === "function") {
      const id = window.requestIdleCallback(act, { timeout: LATEST_MS });
      callOff = () => window.cancelIdleCallback(id);
    } else {
      const timer = setTimeout(act, SOON_MS);
      callOff = () => clearTimeout(timer);
    }
  }
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => callOff();
}
