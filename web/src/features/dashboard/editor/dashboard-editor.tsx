import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type ReactNode } from "react";
import { Panel } from "../../../ui/panel.js";
import { PageTitle } from "../../../ui/page-title.js";
import type { Definition, OpenDashboard } from "../dashboard-query.js";
import { checkQuery } from "./check-query.js";
import { EditorActions } from "./editor-actions.js";
import classes from "./editor.module.css";
import { FaultList } from "./fault-list.js";
import { useLeaveWarning } from "./use-leave-warning.js";

interface DashboardEditorProps {
  readonly dashboard: OpenDashboard;
  readonly preview: (definition: Definition) => ReactNode;
}

/** DashboardEditor shows the text of a definition, what is wrong in it by line, and what it draws while one writes. */
export function DashboardEditor(props: DashboardEditorProps): ReactNode {
  const { dashboard } = props;
  const [text, setText] = useState(dashboard.text);
  const [version, setVersion] = useState(dashboard.version);
  const [savedText, setSavedText] = useState(dashboard.text);
  const isChanged = text !== savedText;
  useLeaveWarning(isChanged);
  const checked = useQuery(checkQuery(useDeferredValue(text)));
  const faults = checked.data?.faults ?? [];
  const definition = checked.data?.definition ?? null;
  // While a line is half written the last preview that fitted stays.
  const [shown, setShown] = useState(dashboard.definition);
  if (definition !== null && definition !== shown) setShown(definition);
  return (
    <>
      <PageTitle
        title={dashboard.definition.title}
        note={
          dashboard.mayChange ? `version ${version}${isChanged ? ", changed" : ""}` : "read only: copy it to change it"
        }
      >
        <EditorActions
          dashboard={dashboard}
          text={text}
          version={version}
          isSavable={dashboard.mayChange && isChanged && faults.length === 0 && !checked.isFetching}
          onSaved={(saved) => {
            setVersion(saved);
            setSavedText(text);
          }}
        />
      </PageTitle>
      <div className={classes.editor}>
        <Panel
          title="Definition"
          note={faults.length === 0 ? "fits" : `${faults.length} ${faults.length === 1 ? "fault" : "faults"}`}
        >
          <LineNumbers text={text} faults={faults.map(({ line }) => line)}>
            <textarea
              className={classes.text}
              aria-label="Definition in YAML"
              aria-describedby="definition-faults"
              aria-invalid={faults.length > 0}
              spellCheck={false}
              readOnly={!dashboard.mayChange}
              rows={Math.max(24, text.split("\n").length + 1)}
              wrap="off"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </LineNumbers>
          <FaultList
            id="definition-faults"
            faults={faults}
            error={checked.error}
            onRetry={() => void checked.refetch()}
          />
        </Panel>
        <section className={classes.preview} aria-label="Preview" data-old={definition === null ? "" : undefined}>
          {props.preview(shown)}
        </section>
      </div>
    </>
  );
}

function LineNumbers(props: { text: string; faults: readonly number[]; children: ReactNode }): ReactNode {
  const count = props.text.split("\n").length;
  return (
    <div className={classes.lines}>
      <ol aria-hidden="true" className={classes.numbers}>
        {Array.from({ length: count }, (_, index) => (
          <li key={index} data-fault={props.faults.includes(index + 1) ? "" : undefined}>
            {index + 1}
          </li>
        ))}
      </ol>
      {props.children}
    </div>
  );
}
