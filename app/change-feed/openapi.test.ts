import SwaggerParser from "@apidevtools/swagger-parser";
import { beforeAll, expect, test, vi } from "vitest";
import { change } from "./api-examples";
import { changeSchema } from "./change.schema";
import { openApi } from "./openapi.server";

// Its types know other kinds of documents than the one it reads.
const document = () => structuredClone<object>(openApi()) as Exclude<Parameters<typeof SwaggerParser.validate>[0], string>;

beforeAll(() => {
  const environment = { SITE_URL: "https://kartei.example.com", SUPABASE_URL: "http://localhost", SUPABASE_PUBLISHABLE_KEY: "x", KARTEI_SECRET: "x".repeat(32), RESEND_API_KEY: "x" };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});

test("the document is valid OpenAPI 3.1, with every reference leading somewhere", async () => {
  await expect(SwaggerParser.validate(document())).resolves.toMatchObject({ openapi: "3.1.0" });
});

test("it describes each field that an entry has", async () => {
  const fields = ["detail", "kind", "op", "label", "site", "version", "value", "validFrom"];
  await expect(SwaggerParser.dereference(document())).resolves
    .toHaveProperty("components.schemas.Change.properties.items.items.properties", Object.fromEntries(fields.map((field) => [field, expect.anything()])));
});

test("the example on the page for people is an entry as the feed has them", () => {
  expect(changeSchema.strict().parse(change)).toEqual(change);
});
