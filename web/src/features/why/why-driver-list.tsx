import { useState, type ReactNode } from "react";
import type { WhyQuestion } from "../../metrics/why-question.js";
import table from "../../ui/table.module.css";
import { useAddress } from "../../ui/use-address.js";
import { shapeDrivers, type DriverBar, type DriverGroup } from "./shape-drivers.js";
import type { Why } from "./why-query.js";
import classes from "./why.module.css";

const shownAtFirst = 3;

/** WhyDriverList shows what moved a number: by each dimension, which groups explain how much; a group can be explained further. */
export function WhyDriverList(props: { why: Why; question: WhyQuestion }): ReactNode {
  const { why } = props;
  const [isAll, setAll] = useState(false);
  const groups = shapeDrivers(why, props.question);
  return (
    <section className={classes.part} aria-labelledby="why-drivers">
      <h3 id="why-drivers">What moved it</h3>
      {groups.length === 0 ? (
        <p className={classes.dim}>{renderNoDrivers(why)}</p>
      ) : (
        <>
          {why.explained === why.metric.meaning ? null : (
            <p className={classes.dim}>Explained is what moves with it: {why.explained}</p>
          )}
          {(isAll ? groups : groups.slice(0, shownAtFirst)).map((group) => (
            <Group key={group.dimension} group={group} />
          ))}
          {groups.length <= shownAtFirst ? null : (
            <button type="button" className={table.more} aria-expanded={isAll} onClick={() => setAll(!isAll)}>
              {isAll ? "Show less" : `Look at it ${groups.length - shownAtFirst} more ways`}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Group(props: { group: DriverGroup }): ReactNode {
  const { group } = props;
  const { change } = useAddress();
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

function renderNoDrivers(why: Why): string {
  if (why.value === null || why.value.value === null) return "There is no value whose change could be explained.";
  if (why.previous === null || why.previous.value === null) return "There is nothing before it to compare with.";
  if (why.value.value === why.previous.value) return "It did not change.";
  return "This metric is made of others, or is filtered to a single part: its change cannot be split further.";
}
