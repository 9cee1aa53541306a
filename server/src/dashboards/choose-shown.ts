import type { ScopeLimits } from "../scope/scope.js";
import type { DashboardVersion } from "./dashboards.repository.js";
import type { StoredDashboard } from "./stored-dashboard.js";

const UNLIMITED: ScopeLimits = { clients: null, regions: null, stores: null, channels: null, partners: null };

/** chooseShown picks of each dashboard the version that is shown: what a person saved before what came as a file; none where the person's was removed and there is no file. */
export function chooseShown(newest: readonly DashboardVersion[]): StoredDashboard[] {
  const ids = [...new Set(newest.map(({ id }) => id))];
  return ids.flatMap((id) => {
    const seed = newest.find((row) => row.id === id && row.isSeed);
    const saved = newest.find((row) => row.id === id && !row.isSeed && !row.isRemoved);
    const shown = saved ?? seed;
    return shown === undefined ? [] : [readRow(shown, seed !== undefined)];
  });
}

function readRow({ limits, ...row }: DashboardVersion, hasSeed: boolean): StoredDashboard {
  const { id, version, text, isSeed, createdAt, createdBy, author } = row;
  const read = { ...UNLIMITED, ...(JSON.parse(limits) as Partial<ScopeLimits>) };
  return { id, version, text, isSeed, hasSeed, limits: read, createdAt, createdBy, author };
}
