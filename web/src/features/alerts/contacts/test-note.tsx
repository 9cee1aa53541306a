import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { StateShape, type State } from "../../../ui/state-shape.js";
import { testedDeliveryQuery, type TestedDelivery } from "./contacts-query.js";
import classes from "./contacts.module.css";

/** TestNote follows the message of a test until it is delivered or given up. */
export function TestNote(props: { contact: string; delivery: string }): ReactNode {
  const { data, error } = useQuery(testedDeliveryQuery(props.contact, props.delivery));
  const { state, words } = describeTest(data ?? null);
  return (
    <p className={classes.test} role="status">
      <StateShape state={error === null ? state : "late"} />
      <span>{error === null ? words : error.message}</span>
      <Link to="/alerts/deliveries" search={{ contact: props.contact, open: props.delivery }} className={classes.link}>
        See the message
      </Link>
    </p>
  );
}

function describeTest(delivery: TestedDelivery | null): { state: State; words: string } {
  if (delivery === null) return { state: "none", words: "The test is queued." };
  const { lastError } = delivery;
  const words = {
    PENDING: lastError === null ? "The test is queued." : `Not delivered yet, it is tried again: ${lastError}`,
    SENDING: "The test is being sent.",
    DELIVERED: "Delivered: the receiver took the test.",
    DEAD: `Not delivered: ${lastError ?? "the receiver refused it."}`,
    CANCELLED: `Not sent: ${lastError ?? "the contact may not be told."}`,
  } as const;
  const states = { PENDING: "none", SENDING: "none", DELIVERED: "ok", DEAD: "late", CANCELLED: "none" } as const;
  const isFailing = delivery.state === "PENDING" && lastError !== null;
  return { state: isFailing ? "risk" : states[delivery.state], words: words[delivery.state] };
}
