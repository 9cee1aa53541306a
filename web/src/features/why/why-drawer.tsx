import "@mantine/core/styles/ModalBase.css";
import "@mantine/core/styles/Overlay.css";
import "@mantine/core/styles/CloseButton.css";
import "@mantine/core/styles/Drawer.css";
import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import type { WhyQuestion } from "../../metrics/why-question.js";
import { WhyBody } from "./why-body.js";
import classes from "./why.module.css";

interface WhyDrawerProps {
  /** question is the number explained; null closes the panel. */
  readonly question: WhyQuestion | null;
  readonly onClose: () => void;
}

/** WhyDrawer is the panel at the side that explains a number; Escape closes it, on a narrow screen it has the whole width. */
export function WhyDrawer(props: WhyDrawerProps): ReactNode {
  const { question } = props;
  return (
    <Drawer
      opened={question !== null}
      onClose={props.onClose}
      position="right"
      size={560}
      title="Why this number"
      returnFocus={false}
      overlayProps={{ backgroundOpacity: 0.18 }}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ "aria-label": "Close" }}
      classNames={{
        content: classes.content ?? "",
        header: classes.header ?? "",
        title: classes.title ?? "",
        body: classes.body ?? "",
      }}
    >
      {question === null ? null : <WhyBody question={question} />}
    </Drawer>
  );
}
