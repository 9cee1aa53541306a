import { useEffect, useState } from "react";

/** useElapsed turns true `ms` after the component came, for what should not wait longer than that. */
export function useElapsed(ms: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isOver;
}
