import { readFileSync } from "node:fs";

/** loadPayload reads a payload as its sender writes it. */
export function loadPayload(name: string): string {
  return readFileSync(new URL(`./payloads/${name}.json`, import.meta.url), "utf8");
}
