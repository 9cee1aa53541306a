import type { KeyboardEvent } from "react";

/** moveFocus moves the focus between the links of a wall by arrow keys, Home and End; up and down go to the nearest link of the next row. */
export function moveFocus(event: KeyboardEvent, wall: HTMLElement): void {
  const links = [...wall.querySelectorAll<HTMLAnchorElement>("a")];
  const from = links.findIndex((link) => link === document.activeElement);
  const to = chooseNext(event.key, from, links);
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
}

function chooseNext(key: string, from: number, links: readonly HTMLAnchorElement[]): HTMLAnchorElement | undefined {
  const current = links[from];
  if (current === undefined) return undefined;
  if (key === "ArrowRight") return links[from + 1];
  if (key === "ArrowLeft") return links[from - 1];
  if (key === "Home") return links[0];
  if (key === "End") return links.at(-1);
  if (key === "ArrowDown") return findNearest(current, links.slice(from + 1), 1);
  if (key === "ArrowUp") return findNearest(current, links.slice(0, from).reverse(), -1);
  return undefined;
}

function findNearest(
  current: HTMLElement,
  candidates: readonly HTMLAnchorElement[],
  direction: 1 | -1,
): HTMLAnchorElement | undefined {
  const box = current.getBoundingClientRect();
  const away = candidates.filter((link) => (link.getBoundingClientRect().top - box.top) * direction > 2);
  const rowTop = away[0]?.getBoundingClientRect().top;
  const distance = (link: HTMLElement): number => Math.abs(link.getBoundingClientRect().left - box.left);
  const row = away.filter((link) => Math.abs(link.getBoundingClientRect().top - (rowTop ?? 0)) <= 2);
  return row.sort((a, b) => distance(a) - distance(b))[0];
}
