/** StoredDocument is a document with the version that a change must name. */
export interface StoredDocument {
  readonly key: string;
  readonly version: number;
  readonly doc: Readonly<Record<string, unknown>>;
}

/** DocumentChange replaces a document that is still at `version`; 0 = it must not exist yet. */
export interface DocumentChange extends StoredDocument {
  /** When somebody should look at the document again; null = nobody need. */
  readonly nextAt: Date | null;
}
