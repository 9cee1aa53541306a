/** MigrationChanged says that an applied migration file was edited afterwards; migrations are immutable. */
export class MigrationChanged extends Error {
  constructor(readonly migration: string) {
    super(
      `Migration ${migration} was changed after it had been applied to this database. ` +
        "Restore the file and put the change into a new migration.",
    );
    this.name = "MigrationChanged";
  }
}
