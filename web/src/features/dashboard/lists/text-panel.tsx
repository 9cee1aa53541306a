import type { ReactNode } from "react";
import { Panel } from "../../../ui/panel.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { readSpan } from "../frame/read-span.js";
import classes from "./lists.module.css";
import { splitText } from "./split-text.js";

/** TextPanel shows words: paragraphs apart by an empty line, and lists whose lines begin with a hyphen. Nothing in them is markup. */
export function TextPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  return (
    <Panel title={panel.title} note={panel.note ?? ""} span={readSpan(panel.span)}>
      <div className={classes.text}>
        {splitText(panel.text ?? "").map((block, index) =>
          block.kind === "list" ? (
            <ul key={index}>
              {block.lines.map((line, place) => (
                <li key={place}>{line}</li>
              ))}
            </ul>
          ) : (
            <p key={index}>{block.lines.join(" ")}</p>
          ),
        )}
      </div>
    </Panel>
  );
}
