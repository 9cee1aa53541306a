import type { EventDocument } from "../../../events/event-document.js";
import { renderInstant } from "../../tell/render-instant.js";
import type { Scene } from "../../scene.js";

/** addMeasure adds a reported number received 70 ms after it was taken. */
export function addMeasure(
  scene: Scene,
  timeMs: number,
  fields: Pick<
    EventDocument,
    "id" | "client" | "source" | "store" | "channel" | "partner" | "measure" | "value" | "unit" | "currency"
  >,
): void {
  const atMs = timeMs + 70;
  if (scene.wants(atMs)) scene.add(atMs, { ...fields, kind: "measure.recorded", time: renderInstant(timeMs) });
}
