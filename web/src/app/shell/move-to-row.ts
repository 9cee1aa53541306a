const rows = "main tbody tr, main li";
const reachable = "a[href], button:not([disabled])";

/** moveToRow puts the focus on the first link or button of the next or previous row of the page. */
export function moveToRow(step: 1 | -1): void {
  const targets = [...document.querySelectorAll<HTMLElement>(rows)]
    .map((row) => row.querySelector<HTMLElement>(reachable))
    .filter((target): target is HTMLElement => target !== null && target.offsetParent !== null);
  const active = document.activeElement;
  const row = active?.closest(rows) ?? null;
  const from = targets.findIndex((target) => target === active || (row !== null && row.contains(target)));
  const next = from === -1 ? targets[step === 1 ? 0 : targets.length - 1] : targets[from + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
