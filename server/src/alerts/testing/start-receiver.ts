import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** ReceivedRequest is what came over the wire, byte for byte. */
export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** ReceiverAnswer is what a receiver says. */
export interface ReceiverAnswer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Receiver is a real HTTP server that keeps what it was sent. */
export interface Receiver {
  readonly url: string;
  readonly port: number;
  readonly received: ReceivedRequest[];
  /** answer decides what is said from now on; 200 ok until told. */
  answer: (request: ReceivedRequest) => ReceiverAnswer | "hang up" | "say nothing";
  close(): Promise<void>;
}

/** startReceiver listens on a free port of the loopback interface. */
export async function startReceiver(host = "127.0.0.1"): Promise<Receiver> {
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const kept = { path: request.url ?? "", headers: request.headers, body };
      received.push(kept);
      const answer = receiver.answer(kept);
      if (answer === "say nothing") return;
      if (answer === "hang up") request.socket.destroy();
      else response.writeHead(answer.status, { ...answer.headers }).end(answer.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  // NOTE: a server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://${host}:${port}`,
    port,
    received,
    answer: () => ({ status: 200, body: "ok" }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
