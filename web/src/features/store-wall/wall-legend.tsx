import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { StateShape, stateWords, type State } from "../../ui/state-shape.js";
import classes from "./store-wall.module.css";

const order: readonly State[] = ["ok", "risk", "late", "none"];

/** WallLegend explains the shapes with their counts; each leads to the list of those stores. */
export function WallLegend(props: { counts: Readonly<Record<State, number>> }): ReactNode {
  return (
    <ul className={classes.legend} aria-label="Stores by state">
      {order.map((state) => (
        <li key={state}>
          <Link to="/stores" search={{ state }}>
            <StateShape state={state} />
            {props.counts[state]} {stateWords[state]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
