import { useMemo, type ReactNode } from "react";
import type { Registry } from "../registry/registry-query.js";
import { buildScopeChoices } from "./build-scope-choices.js";
import type { Scope, ScopeKey } from "./scope.js";
import { ScopePicker } from "./scope-picker.js";

interface ScopePickersProps {
  readonly registry: Registry;
  readonly scope: Scope;
  readonly onChange: (key: ScopeKey, ids: readonly string[]) => void;
}

/** ScopePickers is a picker for each way to narrow that has a choice at all. */
export function ScopePickers(props: ScopePickersProps): ReactNode {
  const { registry, scope } = props;
  const choices = useMemo(() => buildScopeChoices(registry, scope.clients), [registry, scope.clients]);
  return choices
    .filter((entry) => entry.options.length > 1 || scope[entry.key].length > 0)
    .map((entry) => (
      <ScopePicker
        key={entry.key}
        title={entry.title}
        plural={entry.plural}
        options={entry.options}
        chosen={scope[entry.key]}
        onChange={(ids) => props.onChange(entry.key, ids)}
      />
    ));
}
