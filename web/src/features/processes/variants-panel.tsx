import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { formatDuration } from "../../format/format-duration.js";
import { formatCount } from "../../format/format-number.js";
import { formatRatio } from "../../format/format-ratio.js";
import { moveRowFocus } from "../../ui/move-row-focus.js";
import { Panel } from "../../ui/panel.js";
import table from "../../ui/table.module.css";
import { buildVariantTable } from "./build-process-tables.js";
import type { ProcessLinks } from "./process-links.js";
import type { ProcessReport } from "./process-query.js";
import classes from "./processes.module.css";
import { renderDeviation } from "./render-deviation.js";

type VariantRow = ProcessReport["variants"][number];

interface VariantsPanelProps {
  readonly report: ProcessReport;
  /** chosen is the way that is marked in the graph. */
  readonly chosen: readonly string[] | null;
  readonly onChoose: (steps: readonly string[] | null) => void;
  readonly links: ProcessLinks;
}

const shownSteps = 14;
const numbers = ["Runs", "Share", "Together", "Median", "95 of 100", "Not succeeded"] as const;

/** VariantsPanel lists the ways runs went, the most frequent first, with what all down to each make together. */
export function VariantsPanel(props: VariantsPanelProps): ReactNode {
  const { report } = props;
  const rest = report.others.variants;
  return (
    <Panel
      title="Variants"
      span={8}
      note={`${formatCount(report.variantCount)} ${report.variantCount === 1 ? "way" : "ways"}, ${formatCount(report.singletonCount)} taken once`}
      tools={{ id: "variants", fileName: "process variants", table: () => buildVariantTable(report) }}
    >
      <div className={table.scroll} tabIndex={0} role="group" aria-label="Variants" onKeyDown={moveRowFocus}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Steps</th>
              {numbers.map((title) => (
                <th key={title} scope="col" className={table.number}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.variants.map((variant, index) => (
              <Row
                key={variant.steps.join("\n")}
                {...props}
                variant={variant}
                together={report.variants.slice(0, index + 1).reduce((sum, { share }) => sum + share, 0)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rest === 0 ? null : (
        <p className={table.dim}>
          {formatCount(rest)} rarer variants make {formatRatio(report.others.share ?? 0)} of the runs.
        </p>
      )}
    </Panel>
  );
}

function Row(props: VariantsPanelProps & { variant: VariantRow; together: number }): ReactNode {
  const { variant, chosen } = props;
  const isChosen = chosen !== null && chosen.join("\n") === variant.steps.join("\n");
  const failed = variant.outcomes.filter(({ outcome }) => outcome !== "SUCCEEDED");
  const failures = failed.reduce((sum, { cases }) => sum + cases, 0);
  const off = (variant.deviations ?? []).map(renderDeviation);
  return (
    <tr>
      <td>
        <button
          type="button"
          className={classes.mark}
          data-row=""
          aria-pressed={isChosen}
          aria-label={`${variant.steps.join(", ") || "no step reported"}: mark in the graph`}
          onClick={() => props.onChoose(isChosen ? null : variant.steps)}
        >
          <Steps variant={variant} />
        </button>
        {off.length === 0 ? null : <span className={classes.off}>{off.join(", ")}</span>}
      </td>
      <td className={table.number}>
        {variant.isCut ? (
          formatCount(variant.cases)
        ) : (
          <Link className={table.link ?? ""} to={props.links.hrefOf({ steps: variant.steps })}>
            {formatCount(variant.cases)}
          </Link>
        )}
      </td>
      <td className={table.number}>{formatRatio(variant.share)}</td>
      <td className={`${table.number} ${table.dim}`}>{formatRatio(Math.min(1, props.together))}</td>
      <td className={table.number}>{renderSeconds(variant.durationP50)}</td>
      <td className={table.number}>{renderSeconds(variant.durationP95)}</td>
      <td
        className={table.number}
        data-tip={
          failed.map(({ outcome, cases }) => `${outcome.toLowerCase().replaceAll("_", " ")}: ${cases}`).join("\n") ||
          undefined
        }
      >
        {failures === 0 ? "–" : formatRatio(failures / variant.cases)}
      </td>
    </tr>
  );
}

function Steps(props: { variant: VariantRow }): ReactNode {
  const { steps, stepCount } = props.variant;
  const shown = steps.slice(0, shownSteps);
  if (stepCount === 0) return <span className={table.dim}>no step reported</span>;
  return (
    <span className={classes.steps}>
      {shown.map((step, place) => (
        <Fragment key={`${place} ${step}`}>
          {place === 0 ? null : <i aria-hidden="true">→</i>}
          <span>{step}</span>
        </Fragment>
      ))}
      {stepCount > shown.length ? <i>and {stepCount - shown.length} more</i> : null}
    </span>
  );
}

function renderSeconds(seconds: number | null): string {
  return seconds === null ? "–" : formatDuration(seconds < 10 ? seconds : Math.round(seconds));
}
