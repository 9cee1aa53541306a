import { useEffect, useState } from "react";

/** useCountdown counts whole seconds down to 0 from when `seconds` was given for a `cause`; null means nothing to wait for. */
export function useCountdown(seconds: number | null, cause: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    setLeft(Math.ceil(seconds ?? 0));
    if (seconds === null) return;
    const timer = setInterval(() => setLeft((value) => Math.max(0, value - 1)), 1_000);
    return () => clearInterval(timer);
  }, [seconds, cause]);
  return left;
}
