import type { ReactNode } from "react";
import { formatCode } from "../../../format/format-code.js";
import { groupMetrics } from "./group-metrics.js";
import { readText } from "../definition/rule-draft.js";
import { FieldFrame } from "./field-frame.js";
import { useRuleForm } from "./rule-form-context.js";

/** MetricField picks a metric of the catalogue by its family; a burn rate can only be of a share of cases. */
export function MetricField(): ReactNode {
  const { draft, catalog, change } = useRuleForm();
  const value = readText(draft, "metric");
  const metric = catalog.find(({ id }) => id === value);
  const isBurn = readText(draft, "kind") === "burn";
  const families = groupMetrics(catalog, isBurn ? "ratio" : null);
  return (
    <FieldFrame
      name="metric"
      label="Metric"
      help={metric?.meaning ?? "What is watched; the catalogue says what each means."}
      isWide
    >
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => change({ metric: event.currentTarget.value })}>
          <option value="">Choose a metric</option>
          {value === "" || metric !== undefined ? null : <option value={value}>{value}</option>}
          {families.map(({ family, metrics }) => (
            <optgroup key={family} label={formatCode(family)}>
              {metrics.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
