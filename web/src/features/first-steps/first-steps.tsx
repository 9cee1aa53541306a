import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { PageTitle } from "../../ui/page-title.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { firstStepsQuery } from "./first-steps-query.js";
import classes from "./first-steps.module.css";

const FirstStepsPanel = lazy(() =>
  import("./first-steps-panel.js").then((module) => ({ default: module.FirstStepsPanel })),
);

/** FirstSteps stands in the place of the first page while nothing has arrived, and stays until the person has seen that something did. */
export function FirstSteps(props: { children: ReactNode }): ReactNode {
  const { me } = useWorkspace();
  const { pathname } = useLocation();
  const steps = useQuery(firstStepsQuery).data;
  const [isTaught, setTaught] = useState(false);
  const isEmpty = steps?.hasEvents === false;
  if (isEmpty && !isTaught) setTaught(true);
  if (pathname !== "/" || steps === undefined || (!isEmpty && !isTaught)) return props.children;
  return (
    <>
      <PageTitle title={isEmpty ? "Send your first event" : "The first event has arrived"}>
        {isEmpty ? null : (
          <button type="button" className={classes.button} onClick={() => setTaught(false)}>
            Open the live page
          </button>
        )}
      </PageTitle>
      <Suspense fallback={null}>
        <FirstStepsPanel steps={steps} mayMakeKeys={me.role === "ADMINISTRATOR"} host={location.hostname} />
      </Suspense>
    </>
  );
}
