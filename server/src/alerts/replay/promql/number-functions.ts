/** NUMBER_FUNCTIONS change one value: `numbers` are the further arguments; undefined leaves the element out. */
export const NUMBER_FUNCTIONS: Readonly<
  Record<string, (value: number, numbers: readonly number[]) => number | undefined>
> = {
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sgn: Math.sign,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  deg: (value) => (value * 180) / Math.PI,
  rad: (value) => (value * Math.PI) / 180,
  round: (value, [to = 1]) => Math.floor(value * (1 / to) + 0.5) / (1 / to),
  clamp: (value, [low = 0, high = 0]) => (high < low ? undefined : Math.max(low, Math.min(high, value))),
  clamp_min: (value, [low = 0]) => Math.max(low, value),
  clamp_max: (value, [high = 0]) => Math.min(high, value),
  minute: readDate((date) => date.getUTCMinutes()),
  hour: readDate((date) => date.getUTCHours()),
  day_of_week: readDate((date) => date.getUTCDay()),
  day_of_month: readDate((date) => date.getUTCDate()),
  day_of_year: readDate((date) => (date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000 + 1, "day"),
  days_in_month: readDate((date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()),
  month: readDate((date) => date.getUTCMonth() + 1),
  year: readDate((date) => date.getUTCFullYear()),
};

/** Dates of values in seconds; whole seconds, and for what counts days whole days. */
function readDate(read: (date: Date) => number, unit?: "day"): (value: number) => number {
  const seconds = unit === "day" ? 86_400 : 1;
  return (value) => read(new Date(Math.floor(Math.trunc(value) / seconds) * seconds * 1_000));
}
