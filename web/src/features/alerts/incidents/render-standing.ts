import type { IncidentStanding } from "./standing-query.js";

/** renderStanding says in one sentence what fires and nobody has taken; "nothing fires" only where the rules were evaluated in time. */
export function renderStanding(standing: IncidentStanding, isTrusted: boolean): string {
  const { critical, warning, info, acknowledged } = standing;
  const parts = [
    critical === 0 ? "" : `${critical} critical`,
    warning === 0 ? "" : `${warning} ${warning === 1 ? "warning" : "warnings"}`,
    info === 0 ? "" : `${info} for information`,
  ].filter((part) => part !== "");
  if (parts.length > 0) return `${parts.join(", ")} to be taken`;
  if (acknowledged > 0)
    return acknowledged === 1
      ? "1 incident fires and is acknowledged"
      : `${acknowledged} incidents fire, all acknowledged`;
  return isTrusted ? "Nothing fires" : "No incident is known";
}
