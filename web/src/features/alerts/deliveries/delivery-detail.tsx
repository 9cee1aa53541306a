import type { ReactNode } from "react";
import { formatInstantInText } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import { CopyButton } from "../../../ui/copy-button.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { Delivery } from "./deliveries-query.js";
import classes from "./deliveries.module.css";

/** DeliveryDetail shows what was sent and answered last, with secrets masked, and what can be done about it. */
export function DeliveryDetail(props: {
  delivery: Delivery;
  mayReplay: boolean;
  onIncident: (incident: string) => void;
  onReplay: () => void;
}): ReactNode {
  const { timeZone } = useWorkspace();
  const { delivery } = props;
  const facts = [
    `Queued ${formatInstantInText(new Date(delivery.createdAt), timeZone)}`,
    delivery.attempts === 1 ? "1 attempt" : `${formatCount(delivery.attempts)} attempts`,
    delivery.endedAt === null ? "" : `ended ${formatInstantInText(new Date(delivery.endedAt), timeZone)}`,
    delivery.endedAt === null && delivery.nextAttemptAt !== null
      ? `next attempt ${formatInstantInText(new Date(delivery.nextAttemptAt), timeZone)}`
      : "",
  ].filter((fact) => fact !== "");
  return (
    <div className={classes.detail}>
      <p>{facts.join(" · ")}</p>
      {delivery.lastError === null ? null : <p className={classes.fault}>{delivery.lastError}</p>}
      <div className={classes.deeds}>
        {delivery.incidents.slice(0, 5).map((incident, index) => (
          <button key={incident} type="button" onClick={() => props.onIncident(incident)}>
            {delivery.incidents.length === 1 ? "Who else was told of this" : `Who was told of incident ${index + 1}`}
          </button>
        ))}
        {delivery.state === "DEAD" && props.mayReplay ? (
          <button type="button" data-main="" onClick={props.onReplay}>
            Send it again
          </button>
        ) : null}
        <CopyButton text={() => delivery.id} words="Copy its id" />
      </div>
      <div className={classes.exchange}>
        <section>
          <h3>Sent</h3>
          <pre>{delivery.request ?? "Nothing was sent yet, or it is older than 30 days."}</pre>
        </section>
        <section>
          <h3>Answered</h3>
          <pre>{delivery.response ?? "No answer is kept."}</pre>
        </section>
      </div>
    </div>
  );
}
