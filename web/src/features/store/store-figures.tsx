import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatMoneyList } from "../../format/format-money.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { Figure } from "../../metrics/figure.js";
import { findFigure } from "../../metrics/find-figure.js";
import type { MetricAnswer } from "../../metrics/metrics-query.js";
import { QueryFrame } from "../../ui/query-frame.js";
import notes from "../../ui/notes.module.css";
import { describeChange } from "./describe-change.js";
import { storeFiguresQuery, type storeMetrics, type StoreQuestion } from "./store-figures-query.js";
import classes from "./store-figures.module.css";

interface Tile {
  readonly metric: (typeof storeMetrics)[number];
  readonly title: string;
  readonly better: "higher" | "lower";
  readonly kind: "ratio" | "count" | "duration";
  readonly render: (value: number) => string;
}

const tiles: readonly Tile[] = [
  { metric: "sla_attainment", title: "Promises kept", better: "higher", kind: "ratio", render: formatRatio },
  { metric: "sla_overdue", title: "Overdue", better: "lower", kind: "count", render: formatCount },
  { metric: "runs_open", title: "Open", better: "lower", kind: "count", render: formatCount },
  { metric: "duration_p95", title: "Duration p95", better: "lower", kind: "duration", render: formatDuration },
  { metric: "failure_rate", title: "Failed", better: "lower", kind: "ratio", render: formatRatio },
  { metric: "exceptions_open", title: "Exceptions open", better: "lower", kind: "count", render: formatCount },
  { metric: "coverage", title: "Coverage", better: "higher", kind: "ratio", render: formatRatio },
];

/** StoreFigures shows how a store did over the range, each figure against the same length of time before. */
export function StoreFigures(props: {
  question: StoreQuestion;
  money: readonly { amount: number; currency: string }[] | null;
}): ReactNode {
  const query = useQuery(storeFiguresQuery(props.question));
  return (
    <section className={classes.panel} aria-label="Figures of the store">
      <QueryFrame query={query} what="the figures" skeleton={<Shape />}>
        {(answer) => (
          <div className={classes.tiles}>
            {tiles.map((tile) => (
              <TileOf key={tile.metric} tile={tile} answer={answer} question={props.question} />
            ))}
            <div className={classes.tile}>
              <div className={classes.name}>Money at risk</div>
              <div className={classes.value}>{props.money === null ? "–" : formatMoneyList(props.money) || "none"}</div>
            </div>
          </div>
        )}
      </QueryFrame>
    </section>
  );
}

/** The tiles before their figures are known: as many, and as high. */
function Shape(): ReactNode {
  return (
    <div className={classes.tiles} aria-hidden="true">
      {[...tiles.map(({ title }) => title), "Money at risk"].map((title) => (
        <div key={title} className={classes.tile}>
          <div className={classes.name}>{title}</div>
          <div className={classes.waiting}>
            <span className={notes.bone} />
          </div>
        </div>
      ))}
    </div>
  );
}

function TileOf(props: { tile: Tile; answer: MetricAnswer; question: StoreQuestion }): ReactNode {
  const { tile, answer } = props;
  const figure = findFigure(answer.groups[0]?.values ?? [], tile.metric);
  const change = figure === undefined ? null : describeChange(figure.value, figure.previous, tile);
  return (
    <div className={classes.tile}>
      <div className={classes.name}>{tile.title}</div>
      <div className={classes.value}>
        <Figure
          figure={figure}
          render={tile.render}
          label={tile.title}
          of={{
            filter: { clients: [props.question.client], stores: [props.question.store] },
            compareTo: "PREVIOUS_PERIOD",
          }}
        />
      </div>
      <div className={classes.change} data-tone={change?.tone}>
        {change?.words ?? "nothing to compare"}
      </div>
    </div>
  );
}
