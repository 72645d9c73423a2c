import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyOf, emptyDatabase, migrate, runFile, runStory } from "../../tests/support/stories.ts";

const stories = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".test.sql")).toSorted();

// Hosted projects of today grant nothing by default; older ones grant everything in `public` to the API's roles.
const fresh = await emptyDatabase();
const old = await copyOf(fresh);
await old.exec(`
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
`);

for (const [project, database] of [["a new project", fresh], ["an old project", old]] as const) {
  await migrate(database);
  await runFile(database, join(import.meta.dirname, "helpers.sql"));
  for (const story of stories) {
    const results = await runStory(database, join(import.meta.dirname, story));
    describe(`${story.replace(/\.test\.sql$/, "")} on ${project}`, () => {
      test.each(results)("$name", ({ ok, diagnostics }) => {
        expect(ok, diagnostics).toBe(true);
      });
    });
  }
}
