import type { EventDocument } from "../../events/event-document.js";
import { renderInstant } from "./render-instant.js";
import type { Scene } from "../scene.js";

/** ExceptionPlan is something a person had to look at, as a story decided it. */
export interface ExceptionPlan {
  readonly common: Pick<EventDocument, "client" | "source" | "store" | "channel" | "partner" | "correlation">;
  readonly exception: string;
  readonly class: string;
  readonly message: string;
  readonly raisedMs: number;
  readonly resolvedMs: number;
  readonly cause: string;
  readonly resolution: string;
  readonly more?: Pick<EventDocument, "workflow" | "run" | "entity" | "money" | "compliance" | "partnerImpact">;
}

/** addException adds the two events of an exception that belong to the scene. */
export function addException(scene: Scene, plan: ExceptionPlan): void {
  const { common, exception, more } = plan;
  if (scene.wants(plan.raisedMs + 60))
    scene.add(plan.raisedMs + 60, {
      id: `${exception}:raised`,
      kind: "exception.raised",
      time: renderInstant(plan.raisedMs),
      ...common,
      exception,
      class: plan.class,
      message: plan.message,
      ...more,
    });
  if (scene.wants(plan.resolvedMs + 60))
    scene.add(plan.resolvedMs + 60, {
      id: `${exception}:resolved`,
      kind: "exception.resolved",
      time: renderInstant(plan.resolvedMs),
      ...common,
      exception,
      cause: plan.cause,
      resolution: plan.resolution,
    });
}
