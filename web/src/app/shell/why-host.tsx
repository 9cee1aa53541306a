import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { readWhy } from "../../metrics/why-question.js";
import { useChangeAddress } from "../../ui/use-change-address.js";
import { useSearchWord } from "../../ui/use-search-word.js";

const WhyDrawer = lazy(async () => ({ default: (await import("../../features/why/why-drawer.js")).WhyDrawer }));

/** WhyHost shows the Why panel for the number the address names (`why=...`), and gives the focus back to where it was. */
export function WhyHost(): ReactNode {
  const change = useChangeAddress();
  const question = readWhy(useSearchWord("why"));
  const [wasUsed, setUsed] = useState(question !== null);
  if (question !== null && !wasUsed) setUsed(true);
  useReturnedFocus(question !== null);
  if (!wasUsed) return null;
  return (
    <Suspense fallback={null}>
      <WhyDrawer question={question} onClose={() => change({ why: undefined })} />
    </Suspense>
  );
}

function useReturnedFocus(isOpen: boolean): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    before.current ??= document.activeElement;
    return () => {
      const element = before.current;
      before.current = null;
      // The panel lets go of the focus only after it has closed.
      setTimeout(() => (element instanceof HTMLElement && element.isConnected ? element.focus() : undefined), 150);
    };
  }, [isOpen]);
}
