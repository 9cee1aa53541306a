import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { createPortal } from "react-dom";
import { chooseNextFocus } from "./choose-next-focus.js";
import { placePopup } from "./place-popup.js";
import classes from "./popup.module.css";

interface PopupBoxProps {
  readonly id: string;
  readonly label: string;
  readonly kind: "dialog" | "menu";
  readonly align: "start" | "end";
  readonly button: RefObject<HTMLButtonElement | null>;
  /** close gives the focus back to the button; leave does not, because it is wanted elsewhere. */
  readonly close: () => void;
  readonly leave: () => void;
  readonly children: ReactNode;
}

const takers = {
  dialog: "button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea, a[href], [tabindex='0']",
  menu: "[role^='menuitem']:not([disabled])",
} as const;

/** PopupBox is what a `Popup` shows while it is open, above everything else and beside its button. */
export function PopupBox(props: PopupBoxProps): ReactNode {
  const { kind, close, leave } = props;
  const box = useRef<HTMLDivElement>(null);
  usePlace(box, props);
  useLeaveOnPress(box, props.button, leave);
  useLayoutEffect(() => listTakers(box.current, kind)[0]?.focus({ preventScroll: true }), [kind]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // A menu is left with Tab: the focus goes on from its button.
    if (event.key === "Escape" || (kind === "menu" && event.key === "Tab")) {
      if (event.key === "Escape") event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    const parts = listTakers(box.current, kind);
    const at = parts.findIndex((part) => part === document.activeElement);
    const next = chooseNextFocus({ key: event.key, isShift: event.shiftKey }, { kind, at, count: parts.length });
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    parts[next]?.focus();
  };
  return createPortal(
    <div
      ref={box}
      id={props.id}
      className={classes.box}
      role={kind}
      aria-label={props.label}
      tabIndex={-1}
      data-kind={kind}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        if (kind === "menu" && event.target instanceof Element && event.target.closest(takers.menu) !== null) close();
      }}
    >
      {props.children}
    </div>,
    document.body,
  );
}

function listTakers(box: HTMLElement | null, kind: "dialog" | "menu"): readonly HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>(takers[kind]) ?? [])];
}

/** usePlace keeps a box beside its button while the page scrolls, the window changes or the box grows. */
function usePlace(
  box: RefObject<HTMLElement | null>,
  { button, align }: Pick<PopupBoxProps, "button" | "align">,
): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const place = (): void => {
      const anchor = button.current?.getBoundingClientRect();
      if (anchor === undefined) return;
      element.style.maxHeight = "";
      const view = { width: document.documentElement.clientWidth, height: innerHeight };
      const at = placePopup(anchor, element.getBoundingClientRect(), { view, align });
      element.style.transform = `translate(${at.x}px, ${at.y}px)`;
      element.style.maxHeight = `${at.maxHeight}px`;
    };
    const onScroll = (event: Event): void => {
      if (event.target instanceof Node && !element.contains(event.target)) place();
    };
    place();
    const watch = new ResizeObserver(place);
    watch.observe(element);
    addEventListener("resize", place);
    document.addEventListener("scroll", onScroll, true);
    return () => {
      watch.disconnect();
      removeEventListener("resize", place);
      document.removeEventListener("scroll", onScroll, true);
    };
  }, [box, button, align]);
}

/** useLeaveOnPress closes a box at a press outside of it; one on its button closes it by itself. */
function useLeaveOnPress(
  box: RefObject<HTMLElement | null>,
  button: RefObject<HTMLElement | null>,
  leave: () => void,
): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    const onPress = ({ target }: Event): void => {
      if (!(target instanceof Node)) return;
      if (box.current?.contains(target) === true || button.current?.contains(target) === true) return;
      latest.current();
    };
    document.addEventListener("pointerdown", onPress, true);
    return () => document.removeEventListener("pointerdown", onPress, true);
  }, [box, button]);
}
