import { useEffect } from "react";

/** useWakefulScreen keeps the screen from going dark, where the browser can; the browser lets go when the page is hidden, so it is asked again. */
export function useWakefulScreen(): void {
  useEffect(() => {
    let held: WakeLockSentinel | null = null;
    let isOver = false;
    const keep = (): void => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      // Refused on low battery, or where the page is not served safely: the screen then goes dark as usual.
      navigator.wakeLock.request("screen").then(
        (lock) => {
          if (isOver) void lock.release();
          else held = lock;
        },
        () => undefined,
      );
    };
    keep();
    document.addEventListener("visibilitychange", keep);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", keep);
      void held?.release();
    };
  }, []);
}
