/**
 * ReceiptCount says how the receipt of a replayed event is counted: `before` = it was stored and counted when it came, and is neither
 * counted nor heard again; `once` = it was refused when it came, and is counted once under its identity, however often it is replayed.
 */
export type ReceiptCount = "before" | "once";
