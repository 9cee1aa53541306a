/** DemoReceiver is a receiver that a demonstration runs itself, with the contact that is told through it. */
export interface DemoReceiver {
  /** The last part of its address. */
  readonly name: string;
  readonly title: string;
  /** The person of the demonstration whose contact it is. */
  readonly owner: string;
  readonly mode: "event" | "grouped";
  readonly severities: readonly ("critical" | "warning" | "info")[] | null;
  /** It is out of service, and says so to whoever sends something. */
  readonly isRetired: boolean;
}

/** DEMO_RECEIVERS tell of everything, of one store, and of what it looks like when a receiver is gone. */
export const DEMO_RECEIVERS: readonly DemoReceiver[] = [
  {
    ...{ name: "service-desk", title: "Service desk (of this demo)", owner: "demo-operations" },
    ...{ mode: "event", severities: null, isRetired: false },
  },
  {
    ...{ name: "store-team", title: "Team of Hamburg Altona (of this demo)", owner: "demo-store" },
    ...{ mode: "grouped", severities: ["critical", "warning"], isRetired: false },
  },
  {
    ...{ name: "retired-bridge", title: "Retired bridge (of this demo)", owner: "demo-operations" },
    ...{ mode: "grouped", severities: ["critical"], isRetired: true },
  },
];

/** DEMO_RECEIVER_PATH is where they answer, below the address of the pages. */
export const DEMO_RECEIVER_PATH = "/demo/receivers";

/** buildDemoReceiverUrl is the address of one of them: never another machine. */
export function buildDemoReceiverUrl(name: string, port: number): string {
  return `http://127.0.0.1:${port}${DEMO_RECEIVER_PATH}/${name}`;
}
