/** FeedKnowledge is what a statement cannot find in ClickHouse: cadences people declared, and which calendar says when a feed is expected. */
export interface FeedKnowledge {
  readonly declared: readonly {
    readonly client: string;
    readonly source: string;
    readonly store: string;
    readonly channel: string;
    readonly partner: string;
    readonly cadenceSeconds: number;
    readonly declaredAt: Date;
    /** '' = that of its store. */
    readonly calendar: string;
  }[];
  /** Stores that are not always open. */
  readonly calendarOfStore: readonly { readonly client: string; readonly id: string; readonly calendar: string }[];
}
