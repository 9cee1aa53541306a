import { useEffect, useRef } from "react";
import { decideKey, type KeyAct } from "./decide-key.js";

/** gWaitMs is how long a letter may come after `g`. */
const gWaitMs = 1_200;

/** useKeys listens to the keys that work on every page and calls back with what is meant. Keys typed into a field, or with a dialog open, mean nothing here. */
export function useKeys(act: (act: KeyAct) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    let gAtMs = -Infinity;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const meant = decideKey({
        key: event.key,
        hasCommand: event.metaKey || event.ctrlKey,
        hasAlt: event.altKey,
        isTyping: isTyping(event.target),
        isBehindDialog: document.querySelector('[role="dialog"], [role="menu"]') !== null,
        isAfterG: event.timeStamp - gAtMs < gWaitMs,
      });
      gAtMs = meant?.kind === "wait" ? event.timeStamp : -Infinity;
      if (meant === null) return;
      event.preventDefault();
      latest.current(meant);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
