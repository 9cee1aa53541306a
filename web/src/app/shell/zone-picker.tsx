import type { ReactNode } from "react";
import { chooseTimeZone } from "../../registry/choose-time-zone.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { listZones } from "./list-zones.js";
import classes from "./range-picker.module.css";
import { useShellSearch } from "./use-shell-search.js";

/** ZonePicker chooses in which zone times are shown and days begin; the address keeps it (`tz=UTC`). */
export function ZonePicker(): ReactNode {
  const { registry, scope, me } = useWorkspace();
  const { search, change } = useShellSearch();
  const zones = listZones(chooseTimeZone(registry, scope.clients, me.tenant.timeZone), search.tz);
  const chosen = zones.find((zone) => zone.isChosen)?.title ?? "";
  return (
    <label className={classes.zone}>
      Times and days in
      <select
        value={chosen}
        onChange={(event) => change({ tz: zones.find((zone) => zone.title === event.currentTarget.value)?.tz })}
      >
        {zones.map((zone) => (
          <option key={zone.title} value={zone.title}>
            {zone.title}
          </option>
        ))}
      </select>
    </label>
  );
}
