import { Fragment, type ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import { StateShape } from "../../../ui/state-shape.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { Delivery } from "./deliveries-query.js";
import classes from "./deliveries.module.css";
import { DeliveryDetail } from "./delivery-detail.js";
import { describeDelivery, describePurpose } from "./describe-delivery.js";

interface DeliveryListProps {
  readonly deliveries: readonly Delivery[];
  readonly now: Date;
  readonly open: string | undefined;
  readonly mayReplay: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, isChosen: boolean) => void;
  readonly onOpen: (id: string | undefined) => void;
  readonly onIncident: (incident: string) => void;
  readonly onReplay: (ids: readonly string[]) => void;
}

/** DeliveryList lists messages, the newest first; an opened one shows what was sent and answered. */
export function DeliveryList(props: DeliveryListProps): ReactNode {
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label="Deliveries">
      <table className={table.table}>
        <thead>
          <tr>
            {props.mayReplay ? (
              <th scope="col">
                <span className="visually-hidden">Choose</span>
              </th>
            ) : null}
            <th scope="col">When</th>
            <th scope="col">State</th>
            <th scope="col">Contact</th>
            <th scope="col" data-wide="">
              Tells
            </th>
            <th scope="col" className={table.number} data-wide="">
              Attempts
            </th>
            <th scope="col" data-wide="">
              Next attempt
            </th>
            <th scope="col" data-wide="">
              Last error
            </th>
          </tr>
        </thead>
        <tbody>
          {props.deliveries.map((delivery) => (
            <Fragment key={delivery.id}>
              <Line {...props} delivery={delivery} />
              {props.open === delivery.id ? (
                <tr>
                  <td colSpan={props.mayReplay ? 8 : 7} className={classes.below}>
                    <DeliveryDetail
                      delivery={delivery}
                      mayReplay={props.mayReplay}
                      onIncident={props.onIncident}
                      onReplay={() => props.onReplay([delivery.id])}
                    />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line(props: DeliveryListProps & { delivery: Delivery }): ReactNode {
  const { timeZone } = useWorkspace();
  const { delivery, now } = props;
  const { shape, words } = describeDelivery(delivery);
  const isOpen = props.open === delivery.id;
  const instant = (text: string | null): ReactNode =>
    text === null ? (
      ""
    ) : (
      <span data-tip={formatInstantExact(new Date(text), timeZone)}>
        {formatInstant(new Date(text), timeZone, now)}
      </span>
    );
  const count = delivery.incidents.length;
  return (
    <tr>
      {props.mayReplay ? (
        <td>
          {delivery.state === "DEAD" ? (
            <input
              type="checkbox"
              aria-label={`Choose the message to ${delivery.contactTitle}`}
              checked={props.chosen.has(delivery.id)}
              onChange={(event) => props.onChoose(delivery.id, event.currentTarget.checked)}
            />
          ) : null}
        </td>
      ) : null}
      <td className={table.dim}>{instant(delivery.createdAt)}</td>
      <td>
        <span className={table.name}>
          <StateShape state={shape} />
          {words}
        </span>
      </td>
      <td className={`${table.clip} ${classes.contact}`}>
        <button
          type="button"
          className={table.pick}
          aria-expanded={isOpen}
          onClick={() => props.onOpen(isOpen ? undefined : delivery.id)}
        >
          {delivery.contactTitle}
        </button>
        <small>{describePurpose(delivery.purpose)}</small>
      </td>
      <td data-wide="">
        {describePurpose(delivery.purpose)}
        {count > 1 ? ` · ${formatCount(count)} incidents` : ""}
      </td>
      <td className={table.number} data-wide="">
        {formatCount(delivery.attempts)}
      </td>
      <td className={table.dim} data-wide="">
        {delivery.endedAt === null ? instant(delivery.nextAttemptAt) : ""}
      </td>
      <td className={table.clip} data-wide="" data-tip={delivery.lastError ?? undefined}>
        {delivery.lastError ?? ""}
      </td>
    </tr>
  );
}
