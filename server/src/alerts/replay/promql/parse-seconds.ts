const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** parseSeconds reads a duration as Prometheus and Alertmanager write it: "8s", "1h30m", "250ms", or a number of seconds. */
export function parseSeconds(duration: string | number): number {
  if (typeof duration === "number") return duration;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwy])/g)];
  if (parts.length === 0 && duration.trim() !== "" && Number.isFinite(Number(duration))) return Number(duration);
  if (parts.map(([part]) => part).join("") !== duration || parts.length === 0)
    throw new Error(`"${duration}" is no duration: write one such as 8s, 5m or 1h30m.`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ""] ?? 0), 0);
}
