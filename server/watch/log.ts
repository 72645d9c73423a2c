/** Writes a line of JSON with the time and what it is about. What it tells must be names, counts and times. */
export function writeLine(what: string, fields: object): void {
  console.log(JSON.stringify({ time: new Date().toISOString(), what, ...fields }));
}
