import type { PanelDriversFragment } from "../../../graphql/operations.js";
import { formatFigure } from "../../../metrics/format-figure.js";

/** renderContribution writes a part of a change with its sign, in the unit of the figure: "+1.2 points", "-EUR 3.4 k". */
export function renderContribution(contribution: number, { value }: Pick<PanelDriversFragment, "value">): string {
  const unit = value?.unit ?? "count";
  const sign = contribution > 0 ? "+" : contribution < 0 ? "−" : "";
  const size = Math.abs(contribution);
  if (unit === "ratio") return `${sign}${(size * 100).toFixed(2)} points`;
  return `${sign}${formatFigure(size, { unit, currency: value?.currency ?? null })}`;
}
