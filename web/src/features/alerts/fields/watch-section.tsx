import type { ReactNode } from "react";
import { formatCode } from "../../../format/format-code.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { hasMetric } from "../editor/propose-draft.js";
import { metricOf } from "../definition/measure-of.js";
import { readList, readMap, readText } from "../definition/rule-draft.js";
import classes from "./fields.module.css";
import { ListField } from "./list-field.js";
import { MetricField } from "./metric-field.js";
import { useRuleForm } from "./rule-form-context.js";

type Options = readonly { readonly id: string; readonly words: string }[];

/** WatchSection says what is watched: the metric, told apart by what, and of which part of everything. */
export function WatchSection(): ReactNode {
  const { draft, catalog, change } = useRuleForm();
  const kind = readText(draft, "kind");
  const dimensions = catalog.find(({ id }) => id === metricOf(draft))?.dimensions ?? [];
  const groupBy = readList(draft, "groupBy");
  const known = [...new Set([...dimensions.map((one) => one.toLowerCase()), ...groupBy])];
  const groups = known.map((id) => ({ id, words: formatCode(id) }));
  return (
    <fieldset className={classes.section}>
      <legend>What is watched</legend>
      {hasMetric(kind) ? <MetricField /> : null}
      {kind === "anomaly" ? (
        <ListField
          name="metrics"
          label="Metrics"
          help="Anomalies of these metrics alone."
          values={readList(draft, "metrics")}
          options={catalog.map(({ id, title }) => ({ id, words: title }))}
          none="every metric that is watched"
          onChange={(metrics) => change({ metrics })}
        />
      ) : null}
      {kind === "anomaly" || kind === "readiness" ? null : (
        <ListField
          name="groupBy"
          label="For each"
          help="Each group fires by itself and is an incident of its own; at most four."
          values={groupBy}
          options={groups}
          none="all of it as one"
          onChange={(chosen) => change({ groupBy: chosen })}
        />
      )}
      <Filters />
    </fieldset>
  );
}

const free = ["brands", "stores", "steps", "sources", "measures", "outcomes", "errorClasses", "exceptionClasses"];

function Filters(): ReactNode {
  const { draft, change } = useRuleForm();
  const { registry } = useWorkspace();
  const filter = readMap(draft, "filter");
  const known: Readonly<Record<string, Options>> = {
    clients: listOptions(registry.clients),
    workflows: listOptions(registry.workflows),
    channels: listOptions(registry.channels),
    partners: listOptions(registry.partners),
    regions: listOptions(registry.regions),
  };
  const set = (name: string, ids: readonly string[]): void => {
    const { [name]: _, ...rest } = filter;
    const next = ids.length === 0 ? rest : { ...filter, [name]: ids };
    change({ filter: Object.keys(next).length === 0 ? undefined : next });
  };
  const draw = (name: string, options: Options | null): ReactNode => (
    <ListField
      key={name}
      name={`filter.${name}`}
      label={`Only ${formatCode(name.replaceAll(/([A-Z])/g, "_$1")).toLowerCase()}`}
      values={readList(filter, name)}
      options={options}
      none="all"
      onChange={(ids) => set(name, ids)}
    />
  );
  const isUsed = free.some((name) => readList(filter, name).length > 0);
  return (
    <>
      {["clients", "workflows"].map((name) => draw(name, known[name] ?? []))}
      <details className={classes.more} open={isUsed || undefined}>
        <summary>Narrow it further</summary>
        <div>
          {["channels", "partners", "regions"].map((name) => draw(name, known[name] ?? []))}
          {free.map((name) => draw(name, null))}
        </div>
      </details>
    </>
  );
}

/** The same id of several clients is one word of a filter. */
function listOptions(entries: readonly { readonly id: string; readonly title: string }[]): Options {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  return [...titles]
    .map(([id, title]) => ({ id, words: title }))
    .sort((left, right) => left.words.localeCompare(right.words));
}
