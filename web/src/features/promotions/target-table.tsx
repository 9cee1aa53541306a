import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInstant } from "../../format/format-instant.js";
import { StateShape } from "../../ui/state-shape.js";
import table from "../../ui/table.module.css";
import { describeTarget } from "./describe-promotion.js";
import type { PromotionAnswer } from "./promotions-query.js";

type Answer = NonNullable<PromotionAnswer>;

interface TargetTableProps {
  readonly answer: Answer;
  readonly targets: Answer["targets"];
  readonly timeZone: string;
  readonly now: Date;
}

/** TargetTable lists the places of a promotion by name, those that miss it first; each leads to its run. */
export function TargetTable({ answer, targets, timeZone, now }: TargetTableProps): ReactNode {
  const { client, workflow } = answer.promotion;
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Targets">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Target</th>
            <th scope="col">State</th>
            <th scope="col">Since</th>
            <th scope="col">What went wrong</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => {
            const { words, shape } = describeTarget(target);
            return (
              <tr key={target.run}>
                <td>
                  {workflow === null ? (
                    target.title
                  ) : (
                    <Link
                      to="/runs/$client/$workflow/$run"
                      params={{ client, workflow, run: target.run }}
                      className={table.link ?? ""}
                    >
                      {target.title}
                    </Link>
                  )}
                </td>
                <td>
                  <span className={table.name}>
                    <StateShape state={shape} />
                    {words}
                  </span>
                </td>
                <td className={table.dim}>
                  {target.finishedAt === null ? "–" : formatInstant(new Date(target.finishedAt), timeZone, now)}
                </td>
                <td className={`${table.clip} ${table.dim}`}>{target.error ?? "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
