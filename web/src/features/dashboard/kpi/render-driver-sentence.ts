import { formatCode } from "../../../format/format-code.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import type { Direction, PanelDriversFragment } from "../../../graphql/operations.js";

type Dimension = PanelDriversFragment["drivers"][number];
type Driver = Dimension["drivers"][number];

/**
 * renderDriverSentence says in one sentence what moved a figure most: "ERP posting: 71 % of the fall.", or what worked against the change. Null when nothing
 * moved or nothing explains it.
 */
export function renderDriverSentence(answer: PanelDriversFragment, better: Direction): string | null {
  const value = answer.value?.value ?? null;
  const previous = answer.previous?.value ?? null;
  if (value === null || previous === null || value === previous) return null;
  const change = value - previous;
  const top = answer.drivers
    .filter(({ groups }) => groups > 1)
    .flatMap(({ drivers }) => drivers)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))[0];
  if (top === undefined || top.contribution === 0) return null;
  const name = renderGroupName(top);
  const size = renderSize(top.contribution, answer);
  if (top.contribution > 0 !== change > 0) return `${name} worked against it by ${size}.`;
  const share = top.share === null ? null : Math.round(top.share * 100);
  const moved = better === "NEITHER" ? "change" : change > 0 === (better === "HIGHER") ? "gain" : "loss";
  if (share === null || share > 100) return `${name} alone moved it by ${size}, others the other way.`;
  return `${name}: ${share} % of the ${moved}.`;
}

/** renderGroupName names a group by the titles of its key. */
export function renderGroupName({ key }: Pick<Driver, "key">): string {
  const names = key.map(({ title, id }) => title ?? (id === null || id === "" ? "" : formatCode(id)));
  return names.filter((name) => name !== "").join(", ") || "Without a name";
}

function renderSize(contribution: number, { value }: PanelDriversFragment): string {
  const unit = value?.unit ?? "count";
  const size = Math.abs(contribution);
  return unit === "ratio"
    ? `${(size * 100).toFixed(1)} points`
    : formatFigure(size, { unit, currency: value?.currency ?? null });
}
