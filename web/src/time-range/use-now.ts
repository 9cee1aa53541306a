import { useEffect, useState } from "react";
import { readClock } from "./read-clock.js";

/** useNow answers the current instant and renders again every `everyMs`, for ages that grow on the screen. */
export function useNow(everyMs: number): Date {
  const [now, setNow] = useState(readClock);
  useEffect(() => {
    const timer = setInterval(() => setNow(readClock()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
