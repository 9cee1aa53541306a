import type { PayloadVerdict } from "../../mapping/payload/payload-verdict.js";

const MAX_TOLD = 5;

/** describeFaults says which events of a payload could not be made and why, the first five of them. */
export function describeFaults({ events, faults, faultCount }: PayloadVerdict, mapping: string): string {
  const told = faults.slice(0, MAX_TOLD).map(({ entry, position, field, detail }) => {
    const place = `events[${entry}]${position > 1 ? `, element ${position}` : ""}`;
    return `${place}: ${field === "" || detail.startsWith(field) ? "" : `${field}: `}${detail}`;
  });
  const rest = faultCount > told.length ? `; and ${faultCount - told.length} more` : "";
  return `mapping ${mapping}: ${faultCount} events could not be made, ${events.length} were: ${told.join("; ")}${rest}`;
}
