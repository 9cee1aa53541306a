const UNITS = [
  { name: "d", seconds: 86_400 },
  { name: "h", seconds: 3_600 },
  { name: "min", seconds: 60 },
] as const;

/** renderDuration writes seconds in at most two units, such as "3 h 5 min"; below a minute in whole seconds. */
export function renderDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const index = UNITS.findIndex((unit) => whole >= unit.seconds);
  const unit = UNITS[index];
  if (unit === undefined) return `${whole} s`;
  const smaller = UNITS[index + 1];
  const rest = smaller === undefined ? 0 : Math.floor((whole % unit.seconds) / smaller.seconds);
  const large = `${Math.floor(whole / unit.seconds)} ${unit.name}`;
  return smaller === undefined || rest === 0 ? large : `${large} ${rest} ${smaller.name}`;
}
