import { useEffect, type ReactNode } from "react";
import { buildDocumentTitle } from "./build-document-title.js";
import classes from "./page-title.module.css";

interface PageTitleProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** shape is about what the title and the note will say: on a narrow screen they keep the room for it, so that nothing below moves when they come. */
  readonly shape?: { readonly title?: string; readonly note?: string };
  readonly children?: ReactNode;
}

/** PageTitle is the headline of a page with a short note; words also name the tab of the browser, until the page is left. */
export function PageTitle(props: PageTitleProps): ReactNode {
  const { title, note, shape = {} } = props;
  const words = typeof title === "string" ? title : "";
  useEffect(() => {
    document.documentElement.dataset["page"] = words;
    document.title = buildDocumentTitle(document.documentElement.dataset);
    return () => {
      document.documentElement.dataset["page"] = "";
      document.title = buildDocumentTitle(document.documentElement.dataset);
    };
  }, [words]);
  return (
    <div className={classes.title}>
      <h1 data-shape={shape.title}>
        <span>{title}</span>
      </h1>
      {note === undefined ? null : (
        <div className={classes.note} data-shape={shape.note}>
          <span>{note}</span>
        </div>
      )}
      {props.children}
    </div>
  );
}
