import { useEffect, useRef, useState, type RefObject } from "react";

/** useSeen tells whether an element has been on the screen, nearly, since it was drawn: what nobody scrolls to is not asked for. */
export function useSeen<Part extends Element>(): { readonly ref: RefObject<Part | null>; readonly isSeen: boolean } {
  const ref = useRef<Part>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const part = ref.current;
    if (part === null || isSeen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: "120px" },
    );
    observer.observe(part);
    return () => observer.disconnect();
  }, [isSeen]);
  return { ref, isSeen };
}
