interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 6;

/** placeTip puts a tooltip above its anchor, or below where there is no room, and keeps it inside the window. */
export function placeTip(
  anchor: Box,
  tip: { width: number; height: number },
  view: { width: number; height: number },
): { x: number; y: number } {
  const middle = anchor.left + anchor.width / 2 - tip.width / 2;
  const x = Math.max(gap, Math.min(middle, view.width - tip.width - gap));
  const above = anchor.top - tip.height - gap;
  const y = above >= gap ? above : Math.min(anchor.top + anchor.height + gap, view.height - tip.height - gap);
  return { x: Math.round(x), y: Math.round(y) };
}
