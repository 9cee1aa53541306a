import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** ReceivedMail is a mail as it was taken: from whom, to whom, its bytes, and what a mail program reads in them. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
  readonly mail: Email;
}

/** MailServer is a real SMTP server that keeps what it was given. */
export interface MailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** refuse answers a recipient with a status from now on; undefined takes it. */
  refuse: (recipient: string) => number | undefined;
  close(): Promise<void>;
}

/** startMailServer listens on a free port of the loopback interface, without encryption or sign-in. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo({ address }, _session, done) {
      const status = mails.refuse(address);
      done(status === undefined ? null : Object.assign(new Error("refused"), { responseCode: status }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(bytes).then((mail) => {
          received.push({ to, raw: bytes.toString("latin1"), mail });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // NOTE: a server that listens on a port has an address of this form.
  const { port } = server.server.address() as AddressInfo;
  const mails: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mails;
}
