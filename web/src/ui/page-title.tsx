import { useEffect, type ReactNode } from "react";
import { buildDocumentTitle } from "./build-document-title.js";
import classes from "./page-title.module.css";

/** PageTitle is the headline of a page with a short note; words also name the tab of the browser, until the page is left. */
export function PageTitle(props: { title: ReactNode; note?: ReactNode; children?: ReactNode }): ReactNode {
  const words = typeof props.title === "string" ? props.title : "";
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
      <h1>{props.title}</h1>
      <div className={classes.note}>{props.note}</div>
      {props.children}
    </div>
  );
}
