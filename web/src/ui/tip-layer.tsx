import { useEffect, useRef, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { formatClock } from "../format/format-instant.js";
import { placeTip } from "./place-tip.js";
import classes from "./tip-layer.module.css";

interface Tip {
  readonly text: string;
  readonly anchor: DOMRect;
}

/**
 * TipLayer is the one tooltip of the page: it shows the `data-tip` text of whatever is pointed at or focused. One layer in place of
 * a component per cell keeps a wall of 300 stores cheap. What it says is always in the accessible name as well, so it is hidden from readers.
 */
export function TipLayer(): ReactNode {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = (event: Event): void => setTip(readTip(event.target));
    const hide = (): void => setTip(null);
    const hideOnEscape = (event: KeyboardEvent): void => (event.key === "Escape" ? hide() : undefined);
    document.addEventListener("pointerover", show);
    document.addEventListener("focusin", show);
    document.addEventListener("focusout", hide);
    document.addEventListener("scroll", hide, true);
    document.addEventListener("keydown", hideOnEscape);
    return () => {
      document.removeEventListener("pointerover", show);
      document.removeEventListener("focusin", show);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("scroll", hide, true);
      document.removeEventListener("keydown", hideOnEscape);
    };
  }, []);
  useEffect(() => {
    if (tip === null || box.current === null) return;
    const place = placeTip(tip.anchor, box.current.getBoundingClientRect(), { width: innerWidth, height: innerHeight });
    box.current.style.transform = `translate(${place.x}px, ${place.y}px)`;
    box.current.style.visibility = "visible";
  }, [tip]);
  if (tip === null) return null;
  return createPortal(
    <div ref={box} className={classes.tip} aria-hidden="true" style={{ visibility: "hidden" }}>
      {tip.text}
    </div>,
    document.body,
  );
}

function readTip(target: EventTarget | null): Tip | null {
  const element = target instanceof Element ? target.closest("[data-tip]") : null;
  const text = element?.getAttribute("data-tip") ?? "";
  if (element === null || text === "") return null;
  return { text: [text, ...renderAsOf(element)].join("\n"), anchor: element.getBoundingClientRect() };
}

/** As of when a figure is true stands on the frame around it, and the zone of the page on the shell. */
function renderAsOf(element: Element): readonly string[] {
  if (!element.hasAttribute("data-metric")) return [];
  const asOf = element.closest("[data-as-of]")?.getAttribute("data-as-of");
  const zone = element.closest("[data-zone]")?.getAttribute("data-zone");
  return asOf && zone ? [`as of ${formatClock(new Date(asOf), zone)}`] : [];
}
