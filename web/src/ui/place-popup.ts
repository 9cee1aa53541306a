interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** PopupPlace is where a box that opens from a button stands in the window, and how high it may be. */
export interface PopupPlace {
  readonly x: number;
  readonly y: number;
  readonly maxHeight: number;
}

const gap = 6;
const edge = 8;

/** placePopup puts a box below its button, or above it where there is more room for it, and keeps it inside the window. */
export function placePopup(
  button: Box,
  box: Size,
  { view, align }: { view: Size; align: "start" | "end" },
): PopupPlace {
  const wanted = align === "start" ? button.left : button.right - box.width;
  const x = Math.max(edge, Math.min(wanted, view.width - box.width - edge));
  const below = view.height - button.bottom - gap - edge;
  const above = button.top - gap - edge;
  if (box.height <= below || below >= above)
    return { x: Math.round(x), y: Math.round(button.bottom + gap), maxHeight: Math.floor(below) };
  const height = Math.min(box.height, above);
  return { x: Math.round(x), y: Math.round(button.top - gap - height), maxHeight: Math.floor(above) };
}
