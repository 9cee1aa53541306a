/** Scale is how the numbers of one picture are written: all of them in one unit. */
export interface Scale {
  /** What a value is divided by before it is written. */
  readonly per: number;
  readonly suffix: string;
}

const TIMES: readonly (readonly [seconds: number, suffix: string])[] = [
  [86_400, " d"],
  [3_600, " h"],
  [60, " min"],
  [1, " s"],
];
const LARGE: readonly (readonly [size: number, suffix: string])[] = [
  [1e9, "bn"],
  [1e6, "m"],
  [1e4, "k"],
];

/** chooseScale picks the unit in which the largest of the numbers of a picture is easiest to read. */
export function chooseScale(unit: string, largest: number, currency = ""): Scale {
  if (unit === "ratio") return { per: 0.01, suffix: " %" };
  if (unit === "seconds") return chooseTime(largest, 1);
  if (unit === "minutes") return chooseTime(largest, 60);
  const [size, word] = LARGE.find(([from]) => Math.abs(largest) >= from) ?? [1, ""];
  const per = word === "k" ? 1_000 : size;
  return { per, suffix: unit === "money" && currency !== "" ? `${word} ${currency}` : word };
}

/** renderOnScale writes a number as the picture does, such as "1.2 h" or "97.5 %". */
export function renderOnScale(value: number, { per, suffix }: Scale): string {
  const scaled = value / per;
  const size = Math.abs(scaled);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const text = new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(scaled === 0 ? 0 : scaled);
  return `${text}${suffix}`;
}

/** Minutes are seconds times 60. A time is written in the largest unit of which there are two. */
function chooseTime(largest: number, secondsOfOne: number): Scale {
  const seconds = Math.abs(largest) * secondsOfOne;
  const [size, suffix] = TIMES.find(([from]) => seconds >= 2 * from) ?? [1, " s"];
  return { per: size / secondsOfOne, suffix };
}
