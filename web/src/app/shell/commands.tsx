import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useLiveChanges } from "../../live-changes/live-changes-context.js";
import classes from "./header.module.css";
import type { KeyAct } from "./decide-key.js";
import { moveToRow } from "./move-to-row.js";
import { pageLinks } from "./page-links.js";
import { useKeys } from "./use-keys.js";

const Palette = lazy(async () => ({ default: (await import("./palette.js")).Palette }));
const KeyboardMap = lazy(async () => ({
  default: (await import("../../features/palette/keyboard-map.js")).KeyboardMap,
}));

type Open = "palette" | "map" | null;

/** Commands is the button of the command palette and all that the keyboard does on every page. */
export function Commands(): ReactNode {
  const [open, setOpen] = useState<Open>(null);
  const [used, setUsed] = useState<ReadonlySet<Open>>(new Set());
  const { state, pause } = useLiveChanges();
  const navigate = useNavigate();
  const shortcut = isApple() ? "⌘K" : "Ctrl K";
  const show = (what: Open): void => {
    setUsed((before) => new Set([...before, what]));
    setOpen(what);
  };
  const close = (): void => setOpen(null);
  useKeys((act: KeyAct) => {
    if (act.kind === "palette" || act.kind === "map") show(act.kind);
    if (act.kind === "find") document.getElementById("find-runs")?.focus();
    if (act.kind === "pause") pause(!state.isPaused);
    if (act.kind === "row") moveToRow(act.step);
    const page = act.kind === "go" ? pageLinks.find(({ key }) => key === act.key) : undefined;
    if (page !== undefined) void navigate({ to: page.to });
  });
  return (
    <>
      <button
        type="button"
        className={classes.small}
        data-tip="Command palette"
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => show("palette")}
      >
        <span className={classes.keys}>{shortcut}</span>
        <span className={classes.touch}>Search</span>
        <span className="visually-hidden">: command palette</span>
      </button>
      <Suspense fallback={null}>
        {used.has("palette") ? <Palette isOpen={open === "palette"} onClose={close} onMap={() => show("map")} /> : null}
        {used.has("map") ? <KeyboardMap isOpen={open === "map"} onClose={close} pages={pageLinks} /> : null}
      </Suspense>
    </>
  );
}

function isApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
