/** readClock is the one place where the application reads the time of day; everything pure is handed `now`. */
export function readClock(): Date {
  return new Date();
}
