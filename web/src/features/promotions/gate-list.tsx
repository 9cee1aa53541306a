import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInstant } from "../../format/format-instant.js";
import { StateShape } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { describeGate } from "./describe-promotion.js";
import classes from "./promotions.module.css";
import type { PromotionRow } from "./promotions-query.js";

interface GateListProps {
  readonly gates: PromotionRow["gates"];
  readonly timeZone: string;
  readonly now: Date;
}

/** GateList lists what must be given before a launch; each gate leads to its run. */
export function GateList(props: GateListProps): ReactNode {
  if (props.gates.length === 0) return <p className={classes.words}>No approval or task names this promotion.</p>;
  return (
    <ul className={classes.gates}>
      {props.gates.map((gate) => {
        const { words, shape } = describeGate(gate);
        const at = gate.finishedAt ?? gate.dueAt;
        const when =
          at === null
            ? ""
            : `${gate.finishedAt === null ? ", due" : ""} ${formatInstant(new Date(at), props.timeZone, props.now)}`;
        return (
          <li key={`${gate.workflow} ${gate.run}`}>
            <StateShape state={shape} />
            <Link
              to="/runs/$client/$workflow/$run"
              params={{ client: gate.client, workflow: gate.workflow, run: gate.run }}
              className={table.link ?? ""}
            >
              {gate.title}
            </Link>
            <span className={classes.words}>
              {words}
              {when}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
