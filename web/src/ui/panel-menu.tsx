import { memo, type ReactNode, type RefObject } from "react";
import classes from "./panel.module.css";
import { MenuItem } from "./menu-item.js";
import { Popup } from "./popup.js";
import popup from "./popup.module.css";
import type { PanelTools } from "./panel-tools.js";
import { useChangeAddress } from "./use-change-address.js";
import { usePanelView } from "./use-panel-view.js";

interface PanelMenuProps extends PanelTools {
  readonly title: string;
  readonly panel: RefObject<HTMLElement | null>;
  readonly onFault: (words: string) => void;
}

/** PanelMenu offers what can be done with a panel: full screen, table, files, and how it is computed. New data in the panel do not draw it again. */
export const PanelMenu = memo(function PanelMenu(props: PanelMenuProps): ReactNode {
  const change = useChangeAddress();
  const view = usePanelView(props.id);
  const attempt = (what: string, act: () => Promise<void>): void => {
    props.onFault("");
    act().catch(() => props.onFault(`The ${what} could not be made.`));
  };
  const { why } = props;
  return (
    <Popup
      label={`Tools of ${props.title}`}
      kind="menu"
      align="end"
      button={{ className: classes.tools, "data-tool": "", "aria-label": `Tools of ${props.title}` }}
      face={
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <circle cx="3" cy="8" r="1.4" fill="currentColor" />
          <circle cx="8" cy="8" r="1.4" fill="currentColor" />
          <circle cx="13" cy="8" r="1.4" fill="currentColor" />
        </svg>
      }
    >
      {() => (
        <>
          <MenuItem onChoose={view.toggleFull}>{view.isFull ? "Leave full screen" : "Full screen"}</MenuItem>
          <MenuItem onChoose={view.toggleTable}>{view.isTable ? "Show the panel" : "Show as a table"}</MenuItem>
          <hr className={popup.line} />
          <MenuItem onChoose={() => attempt("file", () => saveCsv(props))}>Download CSV</MenuItem>
          <MenuItem onChoose={() => attempt("picture", () => savePicture(props.panel.current, props.fileName))}>
            Download PNG
          </MenuItem>
          {why === undefined ? null : (
            <>
              <hr className={popup.line} />
              <MenuItem onChoose={() => change({ why })}>How it is computed</MenuItem>
            </>
          )}
        </>
      )}
    </Popup>
  );
});

async function saveCsv(tools: PanelTools): Promise<void> {
  const [{ buildPanelCsv }, { saveFile }] = await Promise.all([
    import("./build-panel-csv.js"),
    import("./save-file.js"),
  ]);
  const table = tools.table();
  if (table === null) throw new Error("the panel has no data yet");
  saveFile(`${tools.fileName}.csv`, new Blob([buildPanelCsv(table)], { type: "text/csv;charset=utf-8" }));
}

async function savePicture(panel: HTMLElement | null, fileName: string): Promise<void> {
  const { savePanelPicture } = await import("./save-panel-picture.js");
  if (panel !== null) await savePanelPicture(panel, fileName);
}
