import type { Labels } from "../instance/fingerprint-labels.js";
import type { AlertPlace } from "./is-incident-visible.js";

/** readPlace gives the place that labels name; '' = everywhere. */
export function readPlace(labels: Labels): AlertPlace {
  const { client = "", channel = "", store = "", partner = "" } = labels;
  return { client, channel, store, partner };
}
