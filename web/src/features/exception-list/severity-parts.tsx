import type { ReactNode } from "react";
import table from "../../ui/table.module.css";
import { describeSeverityPart } from "./describe-severity-part.js";
import type { ExceptionItem } from "./exception-list-query.js";
import classes from "./exception-list.module.css";

const points = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** SeverityParts explains a severity: what each part adds, of how much, and from what. */
export function SeverityParts(props: { item: ExceptionItem }): ReactNode {
  const { item } = props;
  return (
    <div className={classes.parts}>
      <table className={table.table} aria-label="Parts of the severity">
        <tbody>
          {item.severityParts.map((part) => (
            <tr key={part.id}>
              <th scope="row">
                <i className={classes.key} data-part={part.id} aria-hidden="true" />
                {part.title}
              </th>
              <td className={table.number}>{points.format(part.points)}</td>
              <td className={table.dim}>of {points.format(part.most)} points</td>
              <td className={table.dim}>{describeSeverityPart(part, item.money?.currency ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={classes.rest}>
        <Fact name="Message" text={item.message} />
        <Fact name="Cause" text={item.cause} />
        <Fact name="Resolution" text={item.resolution} />
        <Fact name="Id" text={item.id} />
      </dl>
    </div>
  );
}

function Fact(props: { name: string; text: string | null }): ReactNode {
  return props.text === null ? null : (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.text}</dd>
    </div>
  );
}
