import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useDashboard } from "../../../features/dashboard/dashboard-context.js";
import type { FixedPlaces } from "../../../features/dashboard/frame/use-page-state.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { buildFilterChips } from "./build-filter-chips.js";
import classes from "./dashboard.module.css";

/** FilterChips names what the page is narrowed to beyond what it is about; each can be taken away. */
export function FilterChips(props: { places: FixedPlaces }): ReactNode {
  const { filter } = useDashboard();
  const { names, registry } = useWorkspace();
  const navigate = useNavigate();
  const chips = buildFilterChips(filter, { places: props.places, names, registry });
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Shown only">
      {chips.map((chip) => (
        <li key={`${chip.parameter} ${chip.id}`}>
          <button
            type="button"
            aria-label={`${chip.kind} ${chip.title}: show all again`}
            onClick={() =>
              void navigate({
                to: ".",
                search: (previous) => ({ ...previous, [chip.parameter]: chip.without }),
                resetScroll: false,
              })
            }
          >
            {chip.kind} <b>{chip.title}</b> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
