import type { PanelDriversFragment } from "../../../graphql/operations.js";

/** ChosenDrivers are the parts of a change by one dimension; drivers and others sum to the change. */
export type ChosenDrivers = PanelDriversFragment["drivers"][number];

/** chooseDrivers picks the dimension that explains a change best: the first, which is the sharpest, of those with more than one group. Null when nothing moved. */
export function chooseDrivers({ drivers, value, previous }: PanelDriversFragment): ChosenDrivers | null {
  if (value === null || previous === null || value.value === null || previous.value === null) return null;
  const telling = drivers.filter(
    (each) => each.groups > 1 && each.drivers.some(({ contribution }) => contribution !== 0),
  );
  return telling[0] ?? null;
}
