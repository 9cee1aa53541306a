import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { Dimension } from "../../graphql/operations.js";
import type { WhyQuestion } from "../../metrics/why-question.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";
import { useChangeAddress } from "../../ui/use-change-address.js";
import { shapeDrivers, type DriverBar, type DriverGroup } from "./shape-drivers.js";
import { firstDimensions, moreDimensions, whyMovedQuery, type Why } from "./why-query.js";
import classes from "./why.module.css";

/** WhyDriverList shows what moved a number: by each dimension, which groups explain how much; a group can be explained further. */
export function WhyDriverList(props: { why: Why; question: WhyQuestion }): ReactNode {
  const { why, question } = props;
  const words = renderNoDrivers(why);
  return (
    <section className={classes.part} aria-labelledby="why-drivers">
      <h3 id="why-drivers">What moved it</h3>
      {words === null ? <Moved why={why} question={question} /> : <p className={classes.dim}>{words}</p>}
    </section>
  );
}

function Moved(props: { why: Why; question: WhyQuestion }): ReactNode {
  const [isMore, setMore] = useState(false);
  return (
    <>
      <Groups {...props} dimensions={firstDimensions} />
      {isMore ? (
        <Groups {...props} dimensions={moreDimensions} />
      ) : (
        <button type="button" className={table.more} onClick={() => setMore(true)}>
          Look at it in more ways
        </button>
      )}
    </>
  );
}

function Groups(props: { why: Why; question: WhyQuestion; dimensions: readonly Dimension[] }): ReactNode {
  const { why, question } = props;
  const query = useQuery(whyMovedQuery(question, why, props.dimensions));
  return (
    <QueryFrame
      query={query}
      what="what moved it"
      skeleton={<SkeletonRows rows={8} height={26} />}
      isEmpty={(moved) => moved.drivers.length === 0}
      empty={
        <p className={classes.dim}>
          It cannot be split in these ways: the metric is made of others, or is filtered to a single part of each.
        </p>
      }
    >
      {(moved) => (
        <>
          {moved.explained === why.metric.meaning ? null : (
            <p className={classes.dim}>Explained is what moves with it: {moved.explained}</p>
          )}
          {shapeDrivers(moved, why, question).map((group) => (
            <Group key={group.dimension} group={group} />
          ))}
        </>
      )}
    </QueryFrame>
  );
}

function Group(props: { group: DriverGroup }): ReactNode {
  const { group } = props;
  const change = useChangeAddress();
  return (
    <div className={classes.drivers}>
      <h4>{group.title}</h4>
      <ul>
        {group.bars.map((bar) => (
          <li key={bar.key} className={classes.driver} data-tip={bar.detail}>
            <span className={classes.name}>
              {bar.why === null ? (
                bar.title
              ) : (
                <button type="button" className={table.pick} onClick={() => change({ why: bar.why ?? undefined })}>
                  {bar.title}
                </button>
              )}
            </span>
            <Bar bar={bar} />
            <span className={classes.amount}>{bar.part}</span>
            <span className={classes.dim}>{bar.share}</span>
            <span className="visually-hidden">{bar.detail}</span>
          </li>
        ))}
      </ul>
      {group.others === null ? null : <p className={classes.dim}>{group.others}</p>}
    </div>
  );
}

function Bar(props: { bar: DriverBar }): ReactNode {
  return (
    <span className={classes.track} aria-hidden="true">
      <i data-tone={props.bar.tone} style={{ width: `${Math.max(1, props.bar.size * 100)}%` }} />
    </span>
  );
}

/** renderNoDrivers says why there is no change to explain, null when there is one. */
function renderNoDrivers(why: Why): string | null {
  if (why.value === null || why.value.value === null) return "There is no value whose change could be explained.";
  if (why.previous === null || why.previous.value === null) return "There is nothing before it to compare with.";
  if (why.value.value === why.previous.value) return "It did not change.";
  return null;
}
