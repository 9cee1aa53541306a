import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type ReactNode } from "react";
import { FaultList } from "../../../ui/fault-list.js";
import { NumberedText } from "../../../ui/numbered-text.js";
import { Panel } from "../../../ui/panel.js";
import { PageTitle } from "../../../ui/page-title.js";
import { useLeaveWarning } from "../../../ui/use-leave-warning.js";
import type { Definition, OpenDashboard } from "../dashboard-query.js";
import { checkQuery } from "./check-query.js";
import { EditorActions } from "./editor-actions.js";
import classes from "./editor.module.css";

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
          <NumberedText
            label="Definition in YAML"
            describedBy="definition-faults"
            faults={faults.map(({ line }) => line)}
            isReadOnly={!dashboard.mayChange}
            text={text}
            onChange={setText}
          />
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
