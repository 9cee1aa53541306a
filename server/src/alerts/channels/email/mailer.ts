import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";

const CONNECT_MS = 5_000;
const TOTAL_MS = 15_000;

/** Mailer gives mails to the mail server of the operator. */
export interface Mailer {
  /** The address mails come from, such as `alerts@watchfloor.example`. */
  readonly from: string;
  /** send rejects with the error of the mail server, which has `responseCode` when it answered. */
  send(mail: SendMailOptions): Promise<void>;
  close(): void;
}

/** openMailer reads the address of a mail server, such as smtp://user:password@mail.example:587. Certificates are checked; STARTTLS is used where it is offered. */
export function openMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const transport: Transporter = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: TOTAL_MS,
    // What people wrote may name neither a file nor an address to be put into a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    from,
    async send(mail) {
      await transport.sendMail(mail);
    },
    close: () => transport.close(),
  };
}
