import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../format/format-instant.js";
import { GraphqlFailure } from "../../graphql/graphql-failure.js";
import type { MetricSide } from "../../graphql/operations.js";
import { renderFigureValue } from "../../metrics/render-figure-value.js";
import { renderMetricValue } from "../../metrics/render-metric-value.js";
import type { WhyQuestion } from "../../metrics/why-question.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { chooseRowUnit, describeWhyRow } from "./describe-why-row.js";
import { whyRowsQuery, type Why, type WhyRow } from "./why-query.js";
import classes from "./why.module.css";

/** WhyRows lists the very rows a number was counted from, each with what it adds and a way to its run. */
export function WhyRows(props: { why: Why; question: WhyQuestion }): ReactNode {
  const { why, question } = props;
  const [chosen, setSide] = useState<MetricSide | null>(null);
  const side = chosen ?? chooseSide(why);
  const query = useInfiniteQuery(whyRowsQuery({ question, from: why.from, to: why.to, side }));
  const hasSides = why.value !== null && why.value.denominator !== null;
  const refused = query.error instanceof GraphqlFailure && query.error.reason === "bad_input" ? query.error : null;
  return (
    <section className={classes.part} aria-labelledby="why-rows">
      <div className={classes.bar}>
        <h3 id="why-rows">The rows behind it</h3>
        {hasSides ? (
          <div className={classes.sides} role="group" aria-label="Which rows">
            <Side side="NUMERATOR" words="Counted" chosen={side} onChoose={setSide} />
            <Side side="DENOMINATOR" words="Out of" chosen={side} onChoose={setSide} />
          </div>
        ) : null}
      </div>
      {refused !== null ? (
        <p className={classes.dim}>{refused.message}</p>
      ) : (
        <QueryFrame
          query={query}
          what="the rows"
          skeleton={<SkeletonRows rows={6} height={32} />}
          isEmpty={(data) => (data.pages[0]?.nodes.length ?? 0) === 0}
          empty={<EmptyNote title="No row was counted.">{renderEmptyHint(side, hasSides)}</EmptyNote>}
        >
          {(data) => (
            <>
              <RowTable rows={data.pages.flatMap((page) => page.nodes)} why={why} />
              {query.hasNextPage ? (
                <button
                  type="button"
                  className={table.more}
                  disabled={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {query.isFetchingNextPage ? "Loading more" : "Show 25 more"}
                </button>
              ) : null}
            </>
          )}
        </QueryFrame>
      )}
    </section>
  );
}

interface SideProps {
  readonly side: MetricSide;
  readonly words: string;
  readonly chosen: MetricSide;
  readonly onChoose: (side: MetricSide) => void;
}

function Side(props: SideProps): ReactNode {
  return (
    <button type="button" aria-pressed={props.chosen === props.side} onClick={() => props.onChoose(props.side)}>
      {props.words}
    </button>
  );
}

function RowTable(props: { rows: readonly WhyRow[]; why: Why }): ReactNode {
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="The rows behind the number">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Where</th>
            <th scope="col">When</th>
            <th scope="col" className={table.number}>
              Adds
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Row
              key={`${row.kind} ${row.client} ${row.workflow ?? ""} ${row.id} ${row.at}`}
              row={row}
              why={props.why}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { row: WhyRow; why: Why }): ReactNode {
  const { names, timeZone } = useWorkspace();
  const { row, why } = props;
  const { title, kind, where, run } = describeWhyRow(row, names);
  const unit = chooseRowUnit(why.metric.unit, row);
  return (
    <tr>
      <td className={`${table.clip} ${classes.row}`} data-tip={`${kind} ${row.id}`}>
        {run === null ? (
          title
        ) : (
          <Link className={table.link ?? ""} to="/runs/$client/$workflow/$run" params={run}>
            {title}
          </Link>
        )}
      </td>
      <td className={`${table.clip} ${table.dim} ${classes.where}`} data-tip={where}>
        {where}
      </td>
      <td className={table.dim} data-tip={formatInstantExact(new Date(row.at), timeZone)}>
        {formatInstant(new Date(row.at), timeZone, new Date(why.asOf))}
      </td>
      <td className={table.number} data-tip={renderFigureValue(row.contribution, unit)}>
        {renderMetricValue(row.contribution, unit)}
      </td>
    </tr>
  );
}

/** Of what never happened one wants to see what it could have happened to. */
function chooseSide({ value }: Why): MetricSide {
  return value !== null && value.numerator === 0 && (value.denominator ?? 0) > 0 ? "DENOMINATOR" : "NUMERATOR";
}

function renderEmptyHint(side: MetricSide, hasSides: boolean): string {
  return side === "NUMERATOR" && hasSides
    ? "Look at what it is counted out of."
    : "Nothing happened here in this range.";
}
