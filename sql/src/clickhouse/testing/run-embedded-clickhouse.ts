import { z } from "zod";
import { serveEmbeddedClickHouse } from "./serve-embedded-clickhouse.js";
import { standInFaultSchema } from "./stand-in-fault.js";

/** The stand-in as a process of its own that a test can stop, kill and start again: DIRECTORY and PORT as arguments; prints its url when it serves. */
const [directory = "", port = "0"] = process.argv.slice(2);
const faults = z.array(standInFaultSchema).parse(JSON.parse(process.env["STAND_IN_FAULTS"] ?? "[]"));
const served = await serveEmbeddedClickHouse({ directory, port: Number(port), faults });
process.stdout.write(`${served.url}\n`);
process.once("SIGTERM", () => void served.close().then(() => process.exit(0)));
